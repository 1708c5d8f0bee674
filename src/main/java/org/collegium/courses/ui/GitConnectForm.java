package org.collegium.courses.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import org.collegium.courses.CourseId;
import org.collegium.courses.git.CourseRepositories;
import org.collegium.courses.git.GitConnection;
import org.collegium.shared.ui.Glyph;

/** Asks where a course lives and how one gets there. */
final class GitConnectForm extends Div {

    GitConnectForm(CourseId course, Optional<GitConnection> now, CourseRepositories repositories, Runnable done) {
        GitPlaceFields fields = new GitPlaceFields(now, "git/" + course);
        Button save = new Button(
                getTranslation("courses.git.save"),
                Glyph.LINK.create(),
                click -> fields.filled(filled -> {
                    repositories.connect(course, filled.place(), filled.user(), filled.token());
                    done.run();
                }));
        save.addThemeNames("primary");
        add(fields, new Div(save));
        addClassNames("c-studio-stack", "c-git-form");
    }
}
