package org.collegium.courses;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.collegium.content.LinkResolver;
import org.collegium.content.LinkTarget;
import org.collegium.content.Reference;
import org.collegium.source.SourcePaths;
import org.springframework.web.util.UriUtils;

/**
 * Where the references of one unit's text lead: to other units at the addresses of the page, to files of the course at
 * {@code /content/<sha256>/<name>}, never to pictures elsewhere.
 */
public final class CourseLinks implements LinkResolver {

    private final CourseManifest manifest;
    private final String file;
    private final Function<CourseUnit, Optional<String>> addresses;

    /**
     * @param file path of the text in which the references stand
     * @param addresses where a unit is found on the page; empty when one cannot go there from here, and then a link to it is
     *     shown as text
     */
    public CourseLinks(CourseManifest manifest, String file, Function<CourseUnit, Optional<String>> addresses) {
        this.manifest = manifest;
        this.file = file;
        this.addresses = addresses;
    }

    public CourseLinks(CourseVersion version, String file, Function<CourseUnit, Optional<String>> addresses) {
        this(version.manifest(), file, addresses);
    }

    /** The address at which the content of a file is served to those who may see it. */
    public static String addressOf(CourseFile file) {
        return addressOf(file.sha256(), file.path());
    }

    /** The same by hash and path. */
    public static String addressOf(String sha256, String path) {
        return "/content/" + sha256 + "/" + UriUtils.encodePathSegment(SourcePaths.name(path), StandardCharsets.UTF_8);
    }

    @Override
    public Optional<LinkTarget> resolve(Reference reference) {
        if (reference.external()) {
            return Optional.empty();
        }
        if (reference.kind() == Reference.Kind.REF) {
            return manifest.unit(reference.destination()).flatMap(this::target);
        }
        Optional<LinkTarget> toUnit = unitOf(reference).flatMap(this::target);
        return toUnit.isPresent() ? toUnit : file(reference).map(found -> target(found, reference.kind()));
    }

    /** The file of the course that a reference means, when it means one and not a unit. */
    public Optional<CourseFile> file(Reference reference) {
        return reference.external() || unitOf(reference).isPresent()
                ? Optional.empty()
                : path(reference).map(manifest.files()::get);
    }

    /**
     * What is nested in the unit; else its neighbours in the section; else, for the first unit of the course and one that stands
     * alone, the course.
     */
    @Override
    public List<LinkTarget> contents() {
        List<CourseUnit> nested = manifest.units().stream()
                .filter(this::isSelf)
                .flatMap(unit -> unit.units().stream())
                .toList();
        Stream<CourseUnit> listed = nested.isEmpty() ? around() : nested.stream();
        return listed.flatMap(other -> target(other).stream()).toList();
    }

    private Stream<CourseUnit> around() {
        List<CourseUnit> neighbours = manifest.sections().stream()
                .map(CourseSection::units)
                .filter(units -> units.stream().anyMatch(this::isSelf))
                .findFirst()
                .orElse(List.of());
        boolean first =
                manifest.units().stream().findFirst().filter(this::isSelf).isPresent();
        return neighbours.size() > 1 && !first
                ? neighbours.stream().filter(other -> !isSelf(other))
                : manifest.sections().stream()
                        .flatMap(section -> section.units().stream())
                        .filter(other -> !isSelf(other));
    }

    private boolean isSelf(CourseUnit other) {
        return other.file().equals(file);
    }

    private Optional<CourseUnit> unitOf(Reference reference) {
        Optional<String> path = path(reference);
        Optional<CourseUnit> exact = path.flatMap(found -> manifest.units().stream()
                .filter(other -> other.file().equals(found))
                .findFirst());
        boolean mayLackExtension = reference.kind() == Reference.Kind.LINK || reference.kind() == Reference.Kind.DOC;
        if (exact.isPresent()
                || !mayLackExtension
                || path.map(manifest.files()::containsKey).orElse(true)) {
            return exact;
        }
        return path.flatMap(found -> manifest.units().stream()
                .filter(other ->
                        stem(other.file()).equals(found) || stem(other.file()).equals(stem(found)))
                .findFirst());
    }

    private Optional<String> path(Reference reference) {
        String written = reference.path();
        return written.isEmpty()
                ? Optional.empty()
                : SourcePaths.resolve(written.startsWith("/") ? "" : SourcePaths.folder(file), written);
    }

    private Optional<LinkTarget> target(CourseUnit other) {
        return addresses.apply(other).map(address -> new LinkTarget(address, other.title(), false));
    }

    private static LinkTarget target(CourseFile file, Reference.Kind kind) {
        boolean shown = kind == Reference.Kind.IMAGE
                || (kind == Reference.Kind.LINK && file.mediaType().startsWith("image/"));
        return new LinkTarget(addressOf(file), "", !shown);
    }

    private static String stem(String path) {
        return SourcePaths.join(SourcePaths.folder(path), SourcePaths.stem(path));
    }
}
