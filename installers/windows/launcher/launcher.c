/* Starts the Python that lies in runtime\ with our program: no console window, no registry, no
 * environment, nothing loaded from the current folder.
 * Built twice: as the window (WhoToCall.exe) and, with CONSOLE, as the command (who-to-call.exe). */
#include <windows.h>
#include <shellapi.h>
#include <stdio.h>
#include <wchar.h>

#define LONGEST 32760
#define REPAIR L"\n\nInstall the program again, or ask your IT support to."
#define EMERGENCY L"\nIn an emergency ring 999: it works without this program."
#define OLDEST_BUILD @OLDEST_BUILD@

typedef int (*PythonMain)(int, wchar_t **);
typedef LONG(WINAPI *TellVersion)(OSVERSIONINFOW *);

static int fail_for(const wchar_t *what, const wchar_t *cure) {
#ifdef CONSOLE
    fwprintf(stderr, L"%ls%ls%ls\n", what, cure, EMERGENCY);
#else
    wchar_t text[1024];
    _snwprintf(text, 1023, L"%ls%ls%ls", what, cure, EMERGENCY);
    text[1023] = 0;
    MessageBoxW(NULL, text, L"@NAME@", MB_OK | MB_ICONERROR);
#endif
    return 3;
}

static int fail(const wchar_t *what) { return fail_for(what, REPAIR); }

/* Asked of the core of Windows: everything else tells an older version for politeness' sake. */
static int too_old(void) {
    OSVERSIONINFOW told = {.dwOSVersionInfoSize = sizeof told};
    TellVersion ask = (TellVersion)(void *)GetProcAddress(GetModuleHandleW(L"ntdll.dll"), "RtlGetVersion");
    return ask && ask(&told) == 0 && told.dwBuildNumber < OLDEST_BUILD;
}

static int run(int count, wchar_t **words) {
    if (too_old())
        return fail_for(L"@NAME@ needs @OLDEST_WINDOWS@.", L"\n");
    static wchar_t path[LONGEST + 64];
    DWORD length = GetModuleFileNameW(NULL, path, LONGEST);
    wchar_t *end = length && length < LONGEST ? wcsrchr(path, L'\\') : NULL;
    if (!end) return fail(L"@NAME@ cannot find its own folder.");
    wcscpy(end + 1, L"runtime\\python313.dll");
    SetDllDirectoryW(L"");
    HMODULE python = LoadLibraryExW(path, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    if (!python) return fail(L"@NAME@ cannot start: a part of it is missing (runtime\\python313.dll).");
    PythonMain start = (PythonMain)(void *)GetProcAddress(python, "Py_Main");
    if (!start) return fail(L"@NAME@ cannot start: a part of it is damaged (runtime\\python313.dll).");

    wchar_t *before[] = {words[0], L"-I", L"-B", L"-X", L"utf8", L"-m", L"desktop_app"};
    int fixed = sizeof before / sizeof *before;
    wchar_t **all = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, sizeof *all * (count + fixed));
    if (!all) return fail(L"@NAME@ cannot start: there is not enough memory.");
    for (int i = 0; i < fixed; i++) all[i] = before[i];
    for (int i = 1; i < count; i++) all[fixed + i - 1] = words[i];
    int status = start(fixed + count - 1, all);
#ifndef CONSOLE
    /* With arguments it is a command, which has its own words; the window ends with 0. */
    if (status && count == 1) fail(L"@NAME@ could not start, or stopped because of a fault.");
#endif
    return status;
}

#ifdef CONSOLE
int wmain(int count, wchar_t **words) { return run(count, words); }
#else
int WINAPI wWinMain(HINSTANCE self, HINSTANCE before, LPWSTR line, int show) {
    (void)self, (void)before, (void)line, (void)show;
    int count;
    wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &count);
    return words ? run(count, words) : fail(L"@NAME@ cannot read its command line.");
}
#endif
