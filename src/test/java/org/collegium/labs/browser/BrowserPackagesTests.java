package org.collegium.labs.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.collegium.FullApplicationTest;
import org.collegium.courses.CourseRetired;
import org.collegium.courses.CourseVersion;
import org.collegium.identity.Role;
import org.collegium.identity.WithAccount;
import org.collegium.labs.work.LabCourse;
import org.collegium.shared.PageRequest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What labs of published courses ask for, against the lock file that this build ships. */
@Tag("module")
@FullApplicationTest
@Transactional
@WithAccount(Role.OPERATOR)
class BrowserPackagesTests {

    private static final PageRequest FIRST = new PageRequest(0, 500);

    @Autowired
    private BrowserPackages packages;

    @Autowired
    private ReadingPublishedLabs reading;

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private ApplicationEventPublisher publisher;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whatALabAsksForIsListedWithWhatThatNeeds() {
        CourseVersion version = LabCourse.published(beans, "packages: [pandas, no_such_package]\n");

        assertThat(line(PackageKind.WANTED, "pandas")).hasValueSatisfying(line -> {
            assertThat(line.labs()).isEqualTo(1);
            assertThat(line.courses())
                    .containsExactly(version.manifest().metadata().title());
            assertThat(line.state()).isEqualTo(WheelState.ABSENT);
            assertThat(line.lacks()).contains("numpy", "python-dateutil");
            assertThat(line.fileName()).startsWith("pandas-").endsWith(".whl");
            assertThat(line.sha256()).matches("[0-9a-f]{64}");
        });
        assertThat(line(PackageKind.WANTED, "numpy"))
                .hasValueSatisfying(line -> assertThat(line.neededBy()).contains("pandas"));
        assertThat(line(PackageKind.WANTED, "no_such_package"))
                .hasValueSatisfying(line -> assertThat(line.state()).isEqualTo(WheelState.UNKNOWN));
    }

    @Test
    void aRetiredCourseAsksForNothing() {
        CourseVersion version = LabCourse.published(beans, "packages: [sympy]\n");
        assertThat(line(PackageKind.WANTED, "sympy")).isPresent();

        publisher.publishEvent(new CourseRetired(version.course()));

        assertThat(line(PackageKind.WANTED, "sympy")).isEmpty();
    }

    @Test
    void whatWasPublishedBeforeAnybodyKeptItIsReadOnce() {
        LabCourse.published(beans, "packages: [sympy]\n");
        jdbc.sql("delete from lab_package").update();
        assertThat(line(PackageKind.WANTED, "sympy")).isEmpty();

        reading.read();

        assertThat(line(PackageKind.WANTED, "sympy")).isPresent();
        assertThat(jdbc.sql("select count(*) from lab_reading")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void allThatTheLockKnowsIsPagedAndSearched() {
        int all = packages.count(PackageKind.ALL, "");

        assertThat(all).isEqualTo(packages.overview().known()).isGreaterThan(100);
        assertThat(packages.list(PackageKind.ALL, "", new PageRequest(0, 25))).hasSize(25);
        assertThat(packages.list(PackageKind.ALL, "", new PageRequest(all - 1, 25)))
                .hasSize(1);
        assertThat(packages.list(PackageKind.ALL, "", new PageRequest(all + 50, 25)))
                .isEmpty();
        assertThat(packages.list(PackageKind.ALL, " NumPy", FIRST))
                .extracting(PackageLine::name)
                .contains("numpy");
    }

    @Test
    void theAddressOfTheDistributionIsThatOfTheRuntime() {
        assertThat(packages.overview().source())
                .matches("https://cdn\\.jsdelivr\\.net/pyodide/v\\d+\\.\\d+\\.\\d+/full/");
    }

    @Test
    void aPageTakesTwoQueriesAtMost() {
        LabCourse.published(beans, "packages: [numpy, sympy, pandas]\n");
        LabCourse.published(beans, "packages: [numpy]\n");

        long before = selects();
        List<PackageLine> unused = packages.list(PackageKind.WANTED, "", FIRST);

        assertThat(unused).isNotEmpty();
        assertThat(selects() - before).isLessThanOrEqualTo(2);
    }

    private Optional<PackageLine> line(PackageKind kind, String name) {
        return packages.list(kind, "", FIRST).stream()
                .filter(line -> line.name().equals(name))
                .findFirst();
    }

    private long selects() {
        return jdbc.sql("show session status like 'Com_select'")
                .query((row, number) -> row.getLong(2))
                .single();
    }
}
