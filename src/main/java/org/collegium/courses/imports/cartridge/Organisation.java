package org.collegium.courses.imports.cartridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.collegium.courses.imports.Keys;
import org.collegium.courses.imports.OutlineSection;
import org.collegium.courses.imports.OutlineUnit;
import org.collegium.courses.imports.cartridge.Manifest.Item;
import org.collegium.courses.imports.cartridge.Manifest.Resource;
import org.collegium.source.FaultSink;
import org.collegium.source.Place;

/** The organisation of a cartridge as sections: its modules, and last what none of them names. */
final class Organisation {

    private static final int DEEPEST = 4;

    private final Manifest manifest;
    private final Resources resources;
    private final FaultSink faults;
    private final Keys keys = new Keys();

    Organisation(Manifest manifest, Resources resources, FaultSink faults) {
        this.manifest = manifest;
        this.resources = resources;
        this.faults = faults;
    }

    List<OutlineSection> sections() {
        List<OutlineSection> sections = new ArrayList<>();
        List<OutlineUnit> loose = new ArrayList<>();
        for (Item item : modules()) {
            if (item.items().isEmpty()) {
                loose.addAll(units(item, 1));
            } else {
                List<OutlineUnit> units = new ArrayList<>(own(item));
                item.items().forEach(below -> units.addAll(units(below, 1)));
                section(item.title(), units, item.place(), true).ifPresent(sections::add);
            }
        }
        section("Start", loose, Place.of(Manifest.FILE), true).ifPresent(section -> sections.addFirst(section));
        boolean modules = !sections.isEmpty();
        List<OutlineUnit> others = new ArrayList<>();
        for (Resource resource : manifest.resources().values()) {
            if (resources.isOutside(resource)) {
                resources.unit(resource, "").ifPresent(unit -> {
                    if (modules) {
                        faults.note(resource.place(), "page-outside", unit.title());
                    }
                    others.add(unit);
                });
            }
        }
        section(modules ? "Outside the modules" : "Start", others, Place.of(Manifest.FILE), !modules)
                .ifPresent(sections::add);
        return sections;
    }

    /** The modules are the items at the top, or below a single one without anything to show. */
    private List<Item> modules() {
        List<Item> top = manifest.items();
        return top.size() == 1 && top.getFirst().resource().isEmpty()
                ? top.getFirst().items()
                : top;
    }

    private Optional<OutlineSection> section(String title, List<OutlineUnit> units, Place at, boolean required) {
        if (units.isEmpty()) {
            if (!title.isEmpty() && required && !title.equals("Start")) {
                faults.note(at, "cartridge-module-empty", title);
            }
            return Optional.empty();
        }
        String named = title.isEmpty() ? "Module" : title;
        return Optional.of(new OutlineSection(keys.unique(named), named, at, required, units));
    }

    private List<OutlineUnit> own(Item item) {
        return item.resource().isEmpty()
                ? List.of()
                : resources.unit(item).map(List::of).orElse(List.of());
    }

    /** The units of an item; what lies below one that shows nothing stands beside it. */
    private List<OutlineUnit> units(Item item, int depth) {
        List<OutlineUnit> own = own(item);
        boolean under = !own.isEmpty() && depth < DEEPEST;
        List<OutlineUnit> below = new ArrayList<>();
        item.items().forEach(inside -> below.addAll(units(inside, under ? depth + 1 : depth)));
        if (own.isEmpty() && item.resource().isEmpty() && !item.title().isEmpty()) {
            faults.note(item.place(), "cartridge-heading", item.title());
        }
        if (under) {
            return List.of(own.getFirst().with(below));
        }
        List<OutlineUnit> all = new ArrayList<>(own);
        all.addAll(below);
        return all;
    }
}
