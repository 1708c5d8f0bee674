package org.collegium.courses;

import org.collegium.activity.ActivityCounts;

/**
 * How much an import brings.
 *
 * @param pages files of units read
 * @param files all files, assets included
 */
public record ImportCounts(int sections, int units, int pages, ActivityCounts activities, int files, long bytes) {

    public static final ImportCounts NONE = new ImportCounts(0, 0, 0, ActivityCounts.NONE, 0, 0);
}
