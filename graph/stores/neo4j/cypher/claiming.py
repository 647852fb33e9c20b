"""Who may write. The node of the store is locked by setting a property of it."""

LOCK = """
MATCH (m:Maillage {name: 'store'})
SET m._locked = timestamp()
RETURN m.revision, m._last_ref, m._last_version,
       coalesce(m._claim_until > timestamp(), false) AS is_busy,
       m._claim IS NOT NULL AS is_unfinished
"""
CLAIM = """
MATCH (m:Maillage {name: 'store'})
SET m._claim = $claim, m._claim_until = timestamp() + $lease
"""
HOLD_CLAIM = """
MATCH (m:Maillage {name: 'store'}) WHERE m._claim = $claim
SET m._claim_until = timestamp() + $lease
RETURN m.revision AS revision
"""
RELEASE = """
MATCH (m:Maillage {name: 'store'}) WHERE m._claim = $claim
REMOVE m._claim, m._claim_until
"""
