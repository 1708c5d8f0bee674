package org.collegium.catalogue;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reads the list when the application has started, so that the first visitor does not wait for it. */
@Component
class Warming {

    private final CatalogueMemory memory;

    Warming(CatalogueMemory memory) {
        this.memory = memory;
    }

    @EventListener(ApplicationReadyEvent.class)
    void read() {
        Thread.ofVirtual().name("catalogue-warming").start(memory::now);
    }
}
