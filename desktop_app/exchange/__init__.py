"""The directory in and out: tables, reports, open referral data, the quality report."""
