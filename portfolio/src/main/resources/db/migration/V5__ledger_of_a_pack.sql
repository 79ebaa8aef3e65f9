-- Each valuation names the ledger that its pack was reconciled with.

CREATE INDEX reconciliations_agreed ON reconciliations (pack_id, pack_hash, reconciliation_no DESC)
    WHERE outcome = 'agreed';
