"""The quality report as a file that a commissioner reads: a workbook, or a PDF."""

from desktop_app.domain.printing.table_report import TableReport


def workbook(report: TableReport) -> bytes:
    """One sheet a section."""
    from desktop_app.exchange.export.table_files import as_xlsx

    return as_xlsx({part.title: (part.headings, *part.rows) for part in report.sections})


def document(report: TableReport) -> bytes:
    """A PDF; Qt has to run."""
    from desktop_app import paths
    from desktop_app.ui.printing.printout import pdf
    from desktop_app.ui.printing.table_pages import table_printout
    from desktop_app.ui.theme.style import load_fonts

    load_fonts(paths.resources() / "fonts")
    return pdf(table_printout(report, "quality.pdf"))
