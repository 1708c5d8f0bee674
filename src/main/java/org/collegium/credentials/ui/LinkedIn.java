package org.collegium.credentials.ui;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.collegium.credentials.Certificate;

/** The address at which LinkedIn offers to add a certificate to a profile, filled in; the parameters are those of its "Add to profile". */
final class LinkedIn {

    private static final String ADDRESS = "https://www.linkedin.com/profile/add?";

    private LinkedIn() {}

    /** @param verification where the certificate can be verified */
    static String add(Certificate certificate, String verification) {
        ZonedDateTime issued = certificate.issuedAt().atZone(ZoneOffset.UTC);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("startTask", "CERTIFICATION_NAME");
        values.put("name", certificate.courseTitle());
        values.put("organizationName", certificate.partnerName());
        values.put("issueYear", Integer.toString(issued.getYear()));
        values.put("issueMonth", Integer.toString(issued.getMonthValue()));
        Instant until = certificate.validUntil();
        if (until != null) {
            ZonedDateTime last = until.minusNanos(1).atZone(ZoneOffset.UTC);
            values.put("expirationYear", Integer.toString(last.getYear()));
            values.put("expirationMonth", Integer.toString(last.getMonthValue()));
        }
        values.put("certUrl", verification);
        values.put("certId", certificate.code().grouped());
        return values.entrySet().stream()
                .map(value -> value.getKey() + "=" + URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", ADDRESS, ""));
    }
}
