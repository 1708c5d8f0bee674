package org.collegium.credentials.templates;

import java.util.Base64;

/**
 * A picture as it is kept: PNG, encoded by us.
 *
 * @param width in pixels
 * @param height in pixels
 */
@SuppressWarnings("ArrayRecordComponent") // written once, compared nowhere
public record Picture(int width, int height, byte[] png) {

    /** As an address that holds it. */
    public String address() {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }
}
