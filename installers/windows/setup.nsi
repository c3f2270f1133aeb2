; The per-user installer: no administrator needed. Built by installers/windows/setup.py, which
; defines VERSION, OUT, FILES, ICON, SIZEKB, NAME, WINDOWS_NAME, PUBLISHER, OLDEST_WINDOWS,
; OLDEST_BUILD and perhaps SIGN.
;
; Nothing of an older version is touched before the new one lies whole beside it: a full disk or a
; pulled stick leaves what was there. Exit codes: 0 done, 2 failed and undone, 4 the program is
; running, 5 this Windows is too old, 6 a newer version is installed, 7 the disk is too full,
; 8 the folder holds something else, 9 it is installed in another folder.
Target amd64-unicode
Unicode true
ManifestDPIAware true
ManifestSupportedOS Win10
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${WINDOWS_NAME}"
Name "${NAME}"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\${WINDOWS_NAME}"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
SetCompressor /SOLID lzma
SetCompressorDictSize 16
AllowSkipFiles off
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "${NAME}"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "${NAME} setup"
VIAddVersionKey CompanyName "${PUBLISHER}"
VIAddVersionKey LegalCopyright "${PUBLISHER}"
!include MUI2.nsh
!include x64.nsh
!include WinVer.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include WordFunc.nsh
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\${WINDOWS_NAME}.exe"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!ifdef SIGN
  !uninstfinalize '"${SIGN}" "%1"' = 0
!endif

Var Stage
Var Old

!macro Refuse CODE TEXT
  MessageBox MB_OK|MB_ICONEXCLAMATION "${TEXT}" /SD IDOK
  SetErrorLevel ${CODE}
  Quit
!macroend

; A running program keeps its file locked: opening it for writing fails.
!macro RefuseWhileRunning
  ${If} ${FileExists} "$INSTDIR\${WINDOWS_NAME}.exe"
    ClearErrors
    FileOpen $0 "$INSTDIR\${WINDOWS_NAME}.exe" a
    ${If} ${Errors}
      !insertmacro Refuse 4 "${NAME} is open, or its folder cannot be changed. Close it and try again."
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

!macro RemoveProgram FOLDER
  RMDir /r "${FOLDER}\runtime"
  RMDir /r "${FOLDER}\lib"
  Delete "${FOLDER}\${WINDOWS_NAME}.exe"
  Delete "${FOLDER}\who-to-call.exe"
  Delete "${FOLDER}\uninstall.exe"
  RMDir "${FOLDER}"
!macroend

Function .onInit
  SetShellVarContext current
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${AtLeastBuild} ${OLDEST_BUILD}
    !insertmacro Refuse 5 "${NAME} needs ${OLDEST_WINDOWS}. Nothing was changed."
  ${EndIf}
  ReadRegStr $0 HKCU "${UNINSTALL}" "DisplayVersion"
  ${If} $0 != ""
    ${VersionCompare} $0 "${VERSION}" $1
    ${If} $1 = 1
      !insertmacro Refuse 6 "A newer version of ${NAME} ($0) is installed. To go back, remove it first. Nothing was changed."
    ${EndIf}
  ${EndIf}
FunctionEnd

Function un.onInit
  SetShellVarContext current
FunctionEnd

; What is put back when unpacking breaks off: the disk is full, the stick was pulled.
Function .onInstFailed
  SetOutPath "$TEMP"
  ${If} $Stage != ""
    RMDir /r "$Stage"
  ${EndIf}
  SetErrorLevel 2
FunctionEnd

Function RefuseStrangers
  ${If} ${FileExists} "$INSTDIR\*.*"
  ${AndIfNot} ${FileExists} "$INSTDIR\${WINDOWS_NAME}.exe"
    ${DirState} "$INSTDIR" $0
    ${If} $0 = 1
      !insertmacro Refuse 8 "The folder $INSTDIR holds other files. Choose an empty one. Nothing was changed."
    ${EndIf}
  ${EndIf}
FunctionEnd

; A second copy elsewhere would be one that nothing updates and nothing removes.
Function RefuseSecondCopy
  ReadRegStr $0 HKCU "${UNINSTALL}" "InstallLocation"
  ${If} $0 != ""
  ${AndIf} $0 != $INSTDIR
  ${AndIf} ${FileExists} "$0\${WINDOWS_NAME}.exe"
    !insertmacro Refuse 9 "${NAME} is installed in $0. Install it there, or remove it first. Nothing was changed."
  ${EndIf}
FunctionEnd

Function RefuseFullDisk
  ${GetRoot} "$INSTDIR" $0
  ClearErrors
  ${DriveSpace} "$0\" "/D=F /S=K" $1
  ${IfNot} ${Errors}
  ${AndIf} $1 < ${SIZEKB}
    !insertmacro Refuse 7 "There is not enough room on $0 for ${NAME}: it needs ${SIZEKB} KB. Nothing was changed."
  ${EndIf}
FunctionEnd

Section "-program"
  SetShellVarContext current
  Call RefuseStrangers
  Call RefuseSecondCopy
  !insertmacro RefuseWhileRunning
  StrCpy $Stage "$INSTDIR.new"
  StrCpy $Old "$INSTDIR.old"
  RMDir /r "$Stage"
  Call RefuseFullDisk
  ClearErrors
  !include "${FILES}"
  WriteUninstaller "$Stage\uninstall.exe"
  ${If} ${Errors}
    Abort "The files could not be written. Nothing was changed."
  ${EndIf}
  SetOutPath "$TEMP" ; lets go of the folder, so that it can be renamed
  !insertmacro RemoveProgram "$Old"
  ${If} ${FileExists} "$INSTDIR\*.*"
    ClearErrors
    Rename "$INSTDIR" "$Old"
    ${If} ${Errors}
      RMDir /r "$Stage"
      !insertmacro Refuse 4 "${NAME} is open, or its folder cannot be changed. Close it and try again. Nothing was changed."
    ${EndIf}
  ${EndIf}
  ClearErrors
  Rename "$Stage" "$INSTDIR"
  ${If} ${Errors}
    Rename "$Old" "$INSTDIR"
    Abort "The new version could not be put in its place. What was there before still is."
  ${EndIf}
  !insertmacro RemoveProgram "$Old" ; what is not ours in there stays
  SetOutPath "$INSTDIR"
  CreateShortCut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${WINDOWS_NAME}.exe" "" "$INSTDIR\${WINDOWS_NAME}.exe" 0
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${WINDOWS_NAME}.exe,0"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${SIZEKB}
SectionEnd

Section "Uninstall"
  SetShellVarContext current
  !insertmacro RefuseWhileRunning
  SetOutPath "$TEMP"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  DeleteRegKey HKCU "${UNINSTALL}"
  ; Settings and the practice's own card, in $LOCALAPPDATA\${WINDOWS_NAME}, are never touched.
  !insertmacro RemoveProgram "$INSTDIR"
SectionEnd
