package org.collegium.labs.operating.ui;

import java.util.Map;
import java.util.stream.Collectors;
import org.collegium.identity.Access;
import org.collegium.labs.LabsPermissions;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Space;
import org.collegium.shared.ui.SpaceEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The place of labs in the space Operations. */
@Configuration
class OperatingNavigation {

    static final String GRADING = "operations/labs";
    static final String PACKAGES = "operations/labs/packages";

    @Bean
    SpaceEntry labsEntry(Access access) {
        return SpaceEntry.view(
                Space.OPERATIONS,
                "labs.operating.entry",
                "/" + GRADING,
                Glyph.FLASK_CONICAL,
                10,
                () -> access.may(LabsPermissions.OPERATE));
    }

    /** An address with what is looked for; empty values are left out. */
    static String address(String path, Map<String, String> query) {
        String parameters = query.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> entry.getKey() + "="
                        + java.net.URLEncoder.encode(entry.getValue(), java.nio.charset.StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return "/" + path + (parameters.isEmpty() ? "" : "?" + parameters);
    }
}
