"""From the YAML files people edit to the one file the program reads."""
