package org.collegium.courses.imports.slides;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.collegium.source.FaultSink;
import org.collegium.source.SourcePaths;
import org.collegium.source.SourceTree;
import org.collegium.source.XmlFile;
import org.collegium.source.XmlNode.Element;

/** Where the references of one part of a document lead. */
final class Relations {

    private final Map<String, Relation> byId = new HashMap<>();

    private Relations() {}

    /**
     * Where a reference leads.
     *
     * @param kind the last word of its type, such as {@code slide} or {@code image}
     * @param target a path of the document, or an address elsewhere
     */
    record Relation(String kind, String target, boolean elsewhere) {}

    static Relations of(String part, SourceTree tree, FaultSink faults) {
        Relations relations = new Relations();
        String folder = SourcePaths.folder(part);
        String file = (folder.isEmpty() ? "" : folder + "/") + "_rels/" + SourcePaths.name(part) + ".rels";
        tree.file(file)
                .flatMap(found -> XmlFile.read(found, faults))
                .ifPresent(root -> root.children("Relationship").forEach(one -> relations.add(one, folder)));
        return relations;
    }

    private void add(Element one, String folder) {
        String type = one.attribute("Type");
        String kind = type.substring(type.lastIndexOf('/') + 1);
        String target = one.attribute("Target");
        if (one.attribute("TargetMode").equals("External")) {
            byId.put(one.attribute("Id"), new Relation(kind, target, true));
            return;
        }
        Optional<String> path = target.startsWith("/")
                ? SourcePaths.resolve("", target.substring(1))
                : SourcePaths.resolve(folder, target);
        path.ifPresent(found -> byId.put(one.attribute("Id"), new Relation(kind, found, false)));
    }

    Optional<Relation> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The path of the part of this kind. */
    Optional<String> path(String kind) {
        return byId.values().stream()
                .filter(one -> one.kind().equals(kind) && !one.elsewhere())
                .map(Relation::target)
                .findFirst();
    }
}
