package org.collegium;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The habits of the code that no compiler knows. */
@Tag("unit")
class ArchitectureTests {

    private static final int LONGEST = 300;

    /** What a module offers by its name, whether somebody uses it yet or not. */
    private static final List<String> OFFERED = List.of("Permissions", "Navigation", "Application");

    /**
     * Used by templates, by expressions in annotations, as events, or in patterns, where the compiled code does not show it;
     * and the work journal, a contract that no kind of activity fulfils yet.
     */
    private static final Set<String> KNOWN = Set.of(
            "Catalogue",
            "CatalogueLabels",
            "CourseImports",
            "CoursePages",
            "FreePort",
            "LearnerEnrolled",
            "Preferences",
            "RecomputingProgress",
            "StrayFence",
            "WorkClosed");

    @Test
    void aTypeIsPublicOnlyWhenAnotherPackageNeedsIt() {
        Set<String> needless = topLevel()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> OFFERED.stream().noneMatch(type.getSimpleName()::endsWith))
                .filter(ArchitectureTests::staysInItsPackage)
                .filter(type -> !isPartOfAnInterface(type))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(needless)
                .as("public types that only their own package uses, beside those known; the list may only shrink")
                .isSubsetOf(KNOWN);
        assertThat(KNOWN).as("known ones that are public no more, or used now").isSubsetOf(needless);
    }

    private static boolean staysInItsPackage(JavaClass type) {
        return parts(type)
                .flatMap(part -> part.getDirectDependenciesToSelf().stream())
                .map(Dependency::getOriginClass)
                .allMatch(user -> user.getPackageName().equals(type.getPackageName()));
    }

    /** Whether a public method of another public type takes it or gives it. */
    private static boolean isPartOfAnInterface(JavaClass type) {
        Set<JavaClass> parts = parts(type).collect(Collectors.toSet());
        return type.getPackage().getClasses().stream()
                .filter(other -> other.getModifiers().contains(JavaModifier.PUBLIC) && !parts.contains(other))
                .flatMap(other -> other.getCodeUnits().stream())
                .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(unit -> Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream()))
                .flatMap(used -> used.getAllInvolvedRawTypes().stream())
                .anyMatch(parts::contains);
    }

    private static Stream<JavaClass> parts(JavaClass type) {
        return Stream.concat(
                Stream.of(type),
                OwnClasses.ALL.stream().filter(inner -> inner.getName().startsWith(type.getName() + "$")));
    }

    @Test
    void noNameSaysThatItsAuthorHadNoIdea() {
        assertThat(topLevel().map(JavaClass::getSimpleName))
                .noneMatch(name -> name.matches(".*(?:Util|Utils|Helper|Helpers|Manager|Impl|Common|Misc)"));
        assertThat(OwnClasses.ALL.stream().map(JavaClass::getPackageName).distinct())
                .noneMatch(
                        name -> name.matches(".*\\.(?:util|utils|helper|helpers|manager|impl|common|misc)(?:\\..*)?"));
    }

    @Test
    void noSourceFileIsLongerThanAPersonReadsInOneGo() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readAllLines(file))
                            .as(file.toString())
                            .hasSizeLessThanOrEqualTo(LONGEST));
        }
    }

    @Test
    void everyPackageSaysWhatItIsForAndIsNullMarked() {
        List<JavaClass> descriptions = OwnClasses.ALL.stream()
                .filter(type -> type.getSimpleName().equals("package-info"))
                .toList();
        assertThat(descriptions).allMatch(type -> type.isAnnotatedWith(NullMarked.class));
        assertThat(OwnClasses.ALL.stream().map(JavaClass::getPackageName).distinct())
                .allMatch(name -> descriptions.stream()
                        .anyMatch(type -> type.getPackageName().equals(name)));
    }

    private static Stream<JavaClass> topLevel() {
        return OwnClasses.ALL.stream()
                .filter(type -> !type.isNestedClass() && !type.isAnonymousClass())
                .filter(type -> !type.getSimpleName().equals("package-info"));
    }
}
