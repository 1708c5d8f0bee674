package org.collegium.credentials.templates;

import static org.collegium.credentials.CredentialsPermissions.SEE_TEMPLATES;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.courses.Courses;
import org.collegium.partners.PartnerId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which template certificates are issued by: the one that a course names, else the one of its partner, else the platform's own
 * look. Those of programmes are issued by the one that the programme names, else in the platform's own look.
 */
@Service
public class TemplateUses {

    private static final String MAY =
            "@access.mayFor(T(org.collegium.credentials.templates.TemplateOwners).designing(#partner), #partner.value())";
    private static final String MAY_SEE = "@access.mayFor('" + SEE_TEMPLATES + "', #partner.value())";

    private final LookRows looks;
    private final TemplateRows templates;
    private final Courses courses;

    TemplateUses(LookRows looks, TemplateRows templates, Courses courses) {
        this.looks = looks;
        this.templates = templates;
        this.courses = courses;
    }

    /**
     * Says what courses use that name no template.
     *
     * @param template empty for the platform's own look
     * @throws RuleViolation when it is not published, or retired
     */
    @PreAuthorize(MAY)
    @Transactional
    public void standard(PartnerId partner, Optional<TemplateId> template) {
        use(partner, partner.value(), template);
    }

    /**
     * Says what one course uses.
     *
     * @param template empty for what the partner's courses use
     * @throws RuleViolation when it is not published, or retired, or the course is not the partner's
     */
    @PreAuthorize(MAY)
    @Transactional
    public void choose(PartnerId partner, CourseId course, Optional<TemplateId> template) {
        if (courses.find(course)
                .filter(known -> known.partner().equals(partner))
                .isEmpty()) {
            throw new RuleViolation("credentials.template.course");
        }
        use(partner, course.value(), template);
    }

    /** What each of these courses names; one query. */
    @PreAuthorize(MAY_SEE)
    @Transactional(readOnly = true)
    public Map<CourseId, TemplateId> of(PartnerId partner, Collection<CourseId> these) {
        return looks.used(partner, these);
    }

    /** The programmes that a partner or the alliance issues, by title; one query. */
    @PreAuthorize(MAY_SEE)
    @Transactional(readOnly = true)
    public List<ProgrammeLook> programmes(PartnerId partner, PageRequest page) {
        return looks.programmes(partner, page);
    }

    /**
     * Says what a programme uses.
     *
     * @param template empty for the platform's own look
     * @throws RuleViolation when it is not published, or retired, or somebody else issues the programme
     */
    @PreAuthorize(MAY)
    @Transactional
    public void chooseForProgramme(PartnerId partner, UUID programme, Optional<TemplateId> template) {
        if (!looks.issues(partner, programme)) {
            throw new RuleViolation("credentials.template.programme");
        }
        use(partner, programme, template);
    }

    private void use(PartnerId partner, UUID subject, Optional<TemplateId> template) {
        template.ifPresent(id -> {
            if (templates
                    .find(partner, id)
                    .filter(known -> !known.retired() && known.published() != null)
                    .isEmpty()) {
                throw new RuleViolation("credentials.template.unpublished");
            }
        });
        looks.use(subject, partner, template.orElse(null));
    }
}
