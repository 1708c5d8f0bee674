package org.collegium.labs.browser;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersionId;
import org.collegium.courses.CourseVersions;
import org.collegium.labs.LabsPermissions;
import org.collegium.shared.PageRequest;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What operators see of packages for Python in the browser: which are asked for, which are there, and which are not what they should be. */
@Service
@PreAuthorize("@access.may('" + LabsPermissions.OPERATE + "')")
public class BrowserPackages {

    private static final int MOST_COURSES = 3;

    private final BrowserWheels wheels;
    private final WantedPackages wanted;
    private final CourseVersions versions;

    BrowserPackages(BrowserWheels wheels, WantedPackages wanted, CourseVersions versions) {
        this.wheels = wheels;
        this.wanted = wanted;
        this.versions = versions;
    }

    /** How they stand; no query. */
    public PackageOverview overview() {
        return new PackageOverview(
                wheels.folder().toString(),
                "https://cdn.jsdelivr.net/pyodide/v" + version() + "/full/",
                wheels.brokenLock(),
                wheels.lock().packages().size(),
                wheels.strangers());
    }

    /** The version of the runtime that this build ships. */
    private static String version() {
        try {
            return new ClassPathResource(BrowserWheels.RUNTIME + "version.txt")
                    .getContentAsString(java.nio.charset.StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException unknown) {
            return "…";
        }
    }

    /** Packages by their names; at most two queries. */
    @Transactional(readOnly = true)
    public List<PackageLine> list(PackageKind kind, String text, PageRequest page) {
        Demand demand = demand();
        List<String> names = names(kind, text, demand);
        List<String> shown = names.subList(
                Math.min(page.offset(), names.size()), Math.min(page.offset() + page.limit(), names.size()));
        Map<CourseVersionId, CourseVersion> courses = versions.find(shown.stream()
                .flatMap(name -> demand.asking().getOrDefault(name, List.of()).stream())
                .map(WantedPackages.Wanted::version)
                .collect(Collectors.toSet()));
        return shown.stream().map(name -> line(name, demand, courses)).toList();
    }

    /** How many there are; at most one query. */
    @Transactional(readOnly = true)
    public int count(PackageKind kind, String text) {
        return names(kind, text, demand()).size();
    }

    /**
     * Who wants what.
     *
     * @param asking labs by the name of the package
     * @param needing packages that are asked for, by the name of what they need
     */
    private record Demand(
            SortedMap<String, List<WantedPackages.Wanted>> asking, SortedMap<String, Set<String>> needing) {}

    private Demand demand() {
        SortedMap<String, List<WantedPackages.Wanted>> asking = new TreeMap<>();
        SortedMap<String, Set<String>> needing = new TreeMap<>();
        for (WantedPackages.Wanted each : wanted.all()) {
            Optional<LockedPackage> known = wheels.lock().ofImport(each.name());
            String name = known.map(LockedPackage::name).orElse(each.name());
            asking.computeIfAbsent(name, none -> new ArrayList<>()).add(each);
            known.flatMap(wheels::withDependencies).stream()
                    .flatMap(Collection::stream)
                    .filter(needed -> !needed.name().equals(name))
                    .forEach(needed -> needing.computeIfAbsent(needed.name(), none -> new TreeSet<>())
                            .add(name));
        }
        return new Demand(asking, needing);
    }

    private List<String> names(PackageKind kind, String text, Demand demand) {
        String looked = text.strip().toLowerCase(Locale.ROOT);
        Set<String> names = new TreeSet<>();
        switch (kind) {
            case WANTED -> {
                names.addAll(demand.asking().keySet());
                names.addAll(demand.needing().keySet());
            }
            case THERE ->
                wheels.lock().packages().values().stream()
                        .filter(each -> wheels.state(each) != WheelState.ABSENT)
                        .forEach(each -> names.add(each.name()));
            case ALL -> names.addAll(wheels.lock().packages().keySet());
        }
        return names.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(looked))
                .toList();
    }

    private PackageLine line(String name, Demand demand, Map<CourseVersionId, CourseVersion> courses) {
        List<WantedPackages.Wanted> asking = demand.asking().getOrDefault(name, List.of());
        List<String> titles = asking.stream()
                .flatMap(each -> Optional.ofNullable(courses.get(each.version())).stream())
                .map(version -> version.manifest().metadata().title())
                .distinct()
                .limit(MOST_COURSES)
                .toList();
        List<String> needing = List.copyOf(demand.needing().getOrDefault(name, Set.of()));
        LockedPackage known = wheels.lock().packages().get(name);
        if (known == null) {
            return new PackageLine(name, "", "", "", WheelState.UNKNOWN, asking.size(), titles, needing, List.of());
        }
        return new PackageLine(
                name,
                known.version(),
                known.fileName(),
                known.sha256(),
                wheels.state(known),
                asking.size(),
                titles,
                needing,
                lacks(known));
    }

    private List<String> lacks(LockedPackage known) {
        return wheels.withDependencies(known).orElse(Set.of()).stream()
                .filter(needed -> !needed.equals(known) && wheels.state(needed) != WheelState.GENUINE)
                .map(LockedPackage::name)
                .sorted()
                .toList();
    }
}
