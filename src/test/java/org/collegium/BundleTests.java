package org.collegium;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.Uses;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What browsers get: Vaadin gives each view the components that its class leads to, and those of the application to all. */
@org.junit.jupiter.api.Tag("unit")
class BundleTests {

    private static final String COMPONENTS = "com.vaadin.flow.component.";

    @Test
    void whatComesIntoViewsThroughInterfacesIsThereInEveryView() {
        Set<String> named = Stream.of(CollegiumApplication.class.getAnnotationsByType(Uses.class))
                .map(uses -> uses.value().getName())
                .collect(Collectors.toCollection(TreeSet::new));
        List<JavaClass> interfaces = OwnClasses.ALL.stream()
                .filter(JavaClass::isInterface)
                .filter(BundleTests::makesComponents)
                .toList();
        List<JavaClass> parts = OwnClasses.ALL.stream()
                .filter(type -> interfaces.stream().anyMatch(wanted -> gives(type, wanted)))
                .toList();
        assertThat(parts).isNotEmpty();

        Set<String> needed = new TreeSet<>();
        parts.forEach(part -> needed.addAll(componentsOf(part)));

        assertThat(named).as("@Uses of the application").isEqualTo(needed);
    }

    /** A class of this kind, or one that makes such things as beans. */
    private static boolean gives(JavaClass type, JavaClass wanted) {
        return !type.isInterface()
                && (type.isAssignableTo(wanted.getName())
                        || type.getMethods().stream()
                                .anyMatch(method -> method.getRawReturnType().equals(wanted)));
    }

    private static boolean makesComponents(JavaClass type) {
        return type.getMethods().stream()
                .map(JavaMethod::getReturnType)
                .flatMap(returned -> returned.getAllInvolvedRawTypes().stream())
                .anyMatch(returned -> returned.isAssignableTo(Component.class));
    }

    /** The components of Vaadin to which a class leads. */
    private static Set<String> componentsOf(JavaClass first) {
        Set<String> found = new HashSet<>();
        Set<String> seen = new HashSet<>(Set.of(first.getName()));
        Deque<JavaClass> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            for (var dependency : open.pop().getDirectDependenciesFromSelf()) {
                JavaClass used = dependency.getTargetClass().getBaseComponentType();
                if (!seen.add(used.getName())) {
                    continue;
                }
                if (OwnClasses.ALL.contain(used.getName())) {
                    open.push(used);
                } else if (used.getName().startsWith(COMPONENTS) && isElementOfVaadin(used)) {
                    found.add(used.getName());
                }
            }
        }
        return found;
    }

    private static boolean isElementOfVaadin(JavaClass type) {
        return Arrays.stream(type.reflect().getAnnotations())
                .filter(Tag.class::isInstance)
                .anyMatch(tag -> ((Tag) tag).value().startsWith("vaadin-"));
    }
}
