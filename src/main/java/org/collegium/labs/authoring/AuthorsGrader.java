package org.collegium.labs.authoring;

import org.collegium.labs.LabGrader;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Grades what authors ask for, as learners' work is graded, but keeps no sandboxes ready for labs that are tried once. */
@Component
class AuthorsGrader implements DisposableBean {

    private final LabGrader grader;

    AuthorsGrader(LabGrader ofThisNode) {
        this.grader = ofThisNode.withoutSpares();
    }

    LabGrader grader() {
        return grader;
    }

    @Override
    public void destroy() {
        grader.close();
    }
}
