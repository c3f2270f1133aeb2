"""The Windows packages, built on Debian: runtime, launchers, setup.exe, MSI and a plain zip."""
