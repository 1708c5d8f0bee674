package org.collegium.credentials.signed;

import java.util.UUID;

/** All that a key signed which others may have is signed with another one. It may be told more than once. */
public record CertificatesSignedAgain(UUID key) {}
