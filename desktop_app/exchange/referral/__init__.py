"""The directory as open referral data, HSDS 3.0 and Open Referral UK 3.0, out and in."""
