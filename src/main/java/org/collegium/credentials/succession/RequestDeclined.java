package org.collegium.credentials.succession;

import org.collegium.credentials.CertificateId;

/** A registrar did not issue another certificate that a holder asked for. */
public record RequestDeclined(CertificateId certificate, String answer) {}
