package org.collegium.learning.ui;

import org.collegium.learning.CourseOnMyDesk;

/** What one can do with one of one's courses beside going on. */
interface CourseActs {

    void explain(CourseOnMyDesk course);

    void leave(CourseOnMyDesk course);
}
