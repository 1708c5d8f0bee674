package org.collegium.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** What a page still asks for after it was opened. Playwright's own wait for a quiet network takes half a second for each page. */
final class Traffic {

    private static final long QUIET = Duration.ofMillis(80).toNanos();

    private final Page page;
    private final Set<Request> underWay = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean opened;
    private long lastHeard = System.nanoTime();

    Traffic(Page page) {
        this.page = page;
        page.onRequest(request -> {
            underWay.add(request);
            opened |= request.isNavigationRequest();
            lastHeard = System.nanoTime();
        });
        // Nobody tells of what the page before had asked for and the browser has given up.
        page.onFrameNavigated(frame -> {
            if (frame.parentFrame() == null) {
                underWay.clear();
            }
        });
        page.onRequestFinished(this::ended);
        page.onRequestFailed(this::ended);
    }

    /** Waits until a page that was opened since the last time has what it asked for. */
    void awaitQuiet() {
        if (opened) {
            page.waitForCondition(() -> underWay.isEmpty() && System.nanoTime() - lastHeard > QUIET);
            opened = false;
        }
    }

    private void ended(Request request) {
        underWay.remove(request);
        lastHeard = System.nanoTime();
    }
}
