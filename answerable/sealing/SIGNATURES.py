"""SIGNATURES agreed for callers (implementation follows within the hour; this file then vanishes).

errors.py      SealingError > AlteredError(what, seq) WithheldError(what, seq) ShreddedError(seq) WrongSecretError()
               NotInAudienceError(*, audience, held) RefusedError(rule); Finding(what, seq, ref)
leaves.py      Header, AudienceItem(circle, epoch, how, wrap-hash), NewLeaf(seq, entry, header, body, body_hash, wraps;
               .wrap_rows -> ((hash, wrap), ...)), EntryFacts(seq, entry, kind, header, body_hash, audience, kc, grants,
               shredded; .items .circles)
identity.py    Identity.from_seed(seed): .user_id .sign_pk .kem_pk .keys .seed .sign() .open_hpke() .own_key(label)
circles.py     process_id(founder, entry) circle_id(process, role) role_circles(process)
circle_keys.py EpochKeys(seed), KeyRing(identity, epochs): .user_id .circles .epochs .withheld .altered .with_epoch(...)

passphrases.py
  class Costs(NamedTuple): t: int; m_bytes: int          DEFAULT = Costs(3, 256 MiB); FLOOR = Costs(1, 64 MiB)
  seal_slot(seed, secret, *, kind, user_id, pepper, costs=DEFAULT, draw=randomness.draw) -> bytes
  open_slot(row, secret, *, pepper) -> bytes             WrongSecretError | AlteredError
  costs_of(row) -> Costs;  kind_of(row) -> str;  user_of(row) -> bytes;  spend(costs, secret, *, pepper) -> None
  dice_passphrase(words=6, *, draw) -> str; recovery_code(*, draw) -> str (26 chars, no dashes);
  shown_code(code) -> "XXXXX-XXXXX-..."; normalise_code(text) -> str (WrongSecretError when it cannot be one)
  safety_words(key32) -> tuple[str, ...6]; head_words_key(process, size, root) -> 32 bytes; short_root(root) -> str

log.py
  class Epoch(NamedTuple): circle, number, seq, author, public_key, members: Mapping[user, wrap hash], prev: bytes
  class Vouch(NamedTuple): user, circle, by, seq
  class Ledger:
    Ledger.start(process, *, checked: Mark | None = None) ; .follow(header, body_hash, body|None) -> Header
    .examine(header, body_hash, body) -> (checks without following) ; .copy()
    .process .size .root .frontier .users: Mapping[user, PublicKeys] .roles: Mapping[circle, role] .circle(role)
    .retired: Mapping[(user, circle or b"" = everywhere), seq] .entries: Mapping[entry, EntryFacts] .has(entry id)
    .circles (with an epoch) .newest(circle) -> Epoch|None .epochs(circle) -> tuple[Epoch, ...]
    .members(circle, before_seq=None) -> frozenset .circles_of(user, before_seq=None) -> frozenset
    .waiting(circle) -> tuple[Vouch, ...] .vouched_by(user, circle) -> bytes|None .retire_votes(user, circle) -> frozenset
    .root_at(size) -> bytes
mark.py        class Mark(NamedTuple): size, root, held: frozenset[(circle, epoch)]
               seal_mark(ring, ledger, *, draw) -> bytes ; open_mark(identity, process, box) -> Mark (AlteredError)

seal.py        seal_entry(ledger, ring, *, entry, audience: Iterable[circle], payload, draw) -> NewLeaf
               grant(ledger, ring, *, entry (own new id), target, circle, cek) -> NewLeaf
               shred(ledger, ring, *, entry, target) -> NewLeaf; retire(ledger, ring, *, entry, user, circle=b"") -> NewLeaf
joining.py     found_process(identity, *, draw) -> Founded(process, leaves, ring)
               join_proof(identity, process, circle) ; invitation_code(draw) ; invitation_mac(code, process, circle, keys)
               class Newcomer(sign_pk, kem_pk, circle, proof, mac): .user_id .pack() ; unpack_newcomer(bytes);
               new_newcomer(identity, *, process, circle, code) ; mac_fits(newcomer, code, process) -> bool
               vouch(ledger, ring, newcomer, *, entry) -> NewLeaf
               open_epoch(ledger, ring, circle, *, entry, members, with_past=True, draw) -> (NewLeaf, EpochKeys)
               All: RefusedError(rule). `ring` may be empty (KeyRing(identity, {})) for a newcomer opening a role circle.
open.py        key_ring(identity, ledger, wrap_of) -> KeyRing
               open_entry(ledger, ring, entry id, body|None, wrap_of, *, checked: Mark|None=None) -> OpenedEntry(seq, entry,
                 kind, author, author_circles, payload)  AlteredError|WithheldError|ShreddedError|NotInAudienceError
               content_key(ledger, ring, entry, wrap_of) -> cek for a grant; can_open(ledger, ring, entry) -> bool
checkpoint.py  note(process, size, root) -> str; cosign(identity, process, size, root, on) -> line; assemble(note, lines)
               parse(text) -> Checkpoint(process, size, root, lines); check(text, ledger) -> Checkpoint  (AlteredError)
verify.py      class Rows(leaves: Iterable[(seq, header, body_hash)], bodies, wraps, checkpoints, head: Head|None)
               verify_log(process, rows, *, identity=None, older=(), copies=()) -> Result(size, root, withheld, altered;
                 .outcome "complete"|"withheld"|"altered")
archive.py     write(stream, ...) read(stream) -> SealedArchive
"""
