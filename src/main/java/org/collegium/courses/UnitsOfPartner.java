package org.collegium.courses;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.collegium.partners.PartnerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The units in all drafts and versions of a partner, for those who look where something is used. */
@Service
public class UnitsOfPartner {

    /** In units, of which each takes some hundred bytes. */
    private static final long HEAVIEST = 200_000;

    private static final int AT_ONCE = 50;

    private final JdbcClient jdbc;

    /** By the hash of the manifest: what has a hash never changes. */
    private final Cache<String, List<Unit>> known = Caffeine.newBuilder()
            .maximumWeight(HEAVIEST)
            .weigher((String hash, List<Unit> units) -> units.size() + 1)
            .build();

    UnitsOfPartner(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Unit(CourseUnit unit, String sha256) {}

    private record Manifest(CourseId course, String title, int version, boolean newest, String hash) {}

    /**
     * Those of a kind, by course and version, the draft first. One query for which manifests there are, and one for each fifty that were
     * not looked at since the platform was started.
     *
     * @param kind such as {@code quiz}
     */
    @PreAuthorize("@access.mayFor('" + CoursesPermissions.VIEW_DRAFT + "', #partner.value())")
    @Transactional(readOnly = true)
    public List<UnitOfPartner> ofKind(PartnerId partner, String kind) {
        List<Manifest> manifests = manifests(partner);
        Map<String, List<Unit>> units = units(manifests);
        List<UnitOfPartner> found = new ArrayList<>();
        for (Manifest manifest : manifests) {
            units.getOrDefault(manifest.hash(), List.of()).stream()
                    .filter(each -> each.unit().kind().equals(kind))
                    .map(each -> new UnitOfPartner(
                            manifest.course(),
                            manifest.title(),
                            manifest.version(),
                            manifest.newest(),
                            each.unit().key(),
                            each.unit().title(),
                            each.sha256()))
                    .forEach(found::add);
        }
        return found;
    }

    private List<Manifest> manifests(PartnerId partner) {
        return jdbc.sql("""
                        select course.id, course.title, 0, false, draft.manifest_hash
                        from course_draft draft join course on course.id = draft.course_id where course.partner_id = :partner
                        union all
                        select course.id, course.title, version.number, version.number = course.published_number,
                            version.manifest_hash
                        from course_version version join course on course.id = version.course_id
                        where course.partner_id = :partner order by 2, 1, 3
                        """)
                .param("partner", partner.value())
                .query((row, number) -> new Manifest(
                        new CourseId(row.getObject(1, UUID.class)),
                        row.getString(2),
                        row.getInt(3),
                        row.getBoolean(4),
                        row.getString(5)))
                .list();
    }

    private Map<String, List<Unit>> units(List<Manifest> manifests) {
        Set<String> wanted = new TreeSet<>();
        manifests.forEach(manifest -> wanted.add(manifest.hash()));
        Map<String, List<Unit>> units = new HashMap<>(known.getAllPresent(wanted));
        List<String> missing =
                wanted.stream().filter(hash -> !units.containsKey(hash)).toList();
        for (int from = 0; from < missing.size(); from += AT_ONCE) {
            jdbc.sql("""
                            select manifest_hash, manifest from course_draft where manifest_hash in (:hashes)
                            union all
                            select manifest_hash, manifest from course_version where manifest_hash in (:hashes)
                            """)
                    .param("hashes", missing.subList(from, Math.min(missing.size(), from + AT_ONCE)))
                    .query(row -> {
                        String hash = row.getString(1);
                        if (!units.containsKey(hash)) {
                            List<Unit> read = read(CourseManifest.parse(row.getString(2)));
                            units.put(hash, read);
                            known.put(hash, read);
                        }
                    });
        }
        return units;
    }

    private static List<Unit> read(CourseManifest manifest) {
        return manifest.units().stream()
                .filter(unit -> manifest.file(unit).isPresent())
                .map(unit -> new Unit(unit, manifest.file(unit).orElseThrow().sha256()))
                .toList();
    }
}
