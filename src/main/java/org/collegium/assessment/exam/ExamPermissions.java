package org.collegium.assessment.exam;

import java.util.Map;
import java.util.Set;
import org.collegium.identity.PermissionGrants;
import org.collegium.identity.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What one may do with the time of quizzes, and who may. */
@Configuration
public class ExamPermissions {

    /** Set dates, limits and passwords of quizzes in the runs of a partner. */
    public static final String SET_TIMES = "assessment:set-times";

    /** See and give what single learners get beside that, with the reasons. */
    public static final String ACCOMMODATE = "assessment:accommodate";

    @Bean
    PermissionGrants examPermissionGrants() {
        return new PermissionGrants(Map.of(
                SET_TIMES, Set.of(Role.INSTRUCTOR, Role.PARTNER_ADMINISTRATOR),
                ACCOMMODATE, Set.of(Role.INSTRUCTOR, Role.PARTNER_ADMINISTRATOR)));
    }
}
