package org.collegium.credentials.templates;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which template a programme uses.
 *
 * @param programme its id
 * @param template null where it names none
 */
public record ProgrammeLook(
        UUID programme, String title, @Nullable TemplateId template) {}
