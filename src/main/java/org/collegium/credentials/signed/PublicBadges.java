package org.collegium.credentials.signed;

import java.util.Optional;
import org.collegium.courses.CourseId;
import org.collegium.credentials.CertificateRows;
import org.collegium.credentials.templates.BadgeLook;
import org.collegium.credentials.templates.LookRef;
import org.collegium.credentials.templates.Looks;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The pictures of achievements as SVG, which say nothing of anybody; two to four queries. */
@Service
class PublicBadges {

    private final CertificateRows certificates;
    private final Looks looks;

    PublicBadges(CertificateRows certificates, Looks looks) {
        this.certificates = certificates;
        this.looks = looks;
    }

    /** In the colour of the partner; empty unless certificates of the version were issued. */
    @PreAuthorize("permitAll()")
    Optional<byte[]> plain(CourseId course, int version) {
        return certificates
                .titled(course, version)
                .map(titled -> svg(titled, new BadgeLook(titled.colour(), Optional.empty())));
    }

    /** In the colour and with the logo of a version of a template; empty unless such certificates were issued by it. */
    @PreAuthorize("permitAll()")
    Optional<byte[]> designed(CourseId course, int version, LookRef look) {
        return looks.badge(course, version, look)
                .flatMap(found -> certificates.titled(course, version).map(titled -> svg(titled, found)));
    }

    private static byte[] svg(CertificateRows.Titled titled, BadgeLook look) {
        return BadgePicture.svg(titled.course(), titled.partner(), look, "");
    }
}
