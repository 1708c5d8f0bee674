package org.collegium.content;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Settles where the references of one text lead, and reports those that lead nowhere. */
final class Links {

    private static final Set<String> OUTWARD = Set.of("http", "https", "mailto", "tel");
    private static final Pattern PICTURE_DATA =
            Pattern.compile("data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\\s]+");

    private final LinkResolver resolver;
    private final TextSurvey survey;
    private final Faults faults;

    Links(LinkResolver resolver, TextSurvey survey, Faults faults) {
        this.resolver = resolver;
        this.survey = survey;
        this.faults = faults;
    }

    LinkResolver resolver() {
        return resolver;
    }

    /** A picture that lies elsewhere and that the resolver does not want to be loaded from there. */
    static boolean outwardPicture(Reference reference) {
        String scheme = scheme(reference.destination());
        return scheme.equals("http") || scheme.equals("https");
    }

    Optional<LinkTarget> resolve(String destination, Reference.Kind kind, Place place) {
        String written = destination.strip();
        Reference reference = new Reference(written, place.line(), place.column(), kind, place.cell());
        if (written.isEmpty()) {
            return broken(reference, place);
        }
        if (kind == Reference.Kind.REF) {
            return reference(reference, place);
        }
        if (written.startsWith("#")) {
            return within(reference, place);
        }
        String scheme = scheme(written);
        if (scheme.isEmpty()) {
            return inside(reference, place);
        }
        if (scheme.equals("attachment")) {
            return inside(reference, place);
        }
        if (kind == Reference.Kind.IMAGE) {
            return picture(reference, scheme, place);
        }
        if (!OUTWARD.contains(scheme)) {
            faults.add(place, "link-scheme", written);
            return Optional.empty();
        }
        return Optional.of(LinkTarget.of(written.startsWith("//") ? "https:" + written : written));
    }

    private Optional<LinkTarget> picture(Reference reference, String scheme, Place place) {
        if (scheme.equals("data")
                && PICTURE_DATA.matcher(reference.destination()).matches()) {
            return Optional.of(LinkTarget.of(reference.destination().replaceAll("\\s", "")));
        }
        if (!outwardPicture(reference)) {
            faults.add(place, "link-scheme", reference.destination());
            return Optional.empty();
        }
        Optional<LinkTarget> target = resolver.resolve(reference);
        if (target.isEmpty()) {
            faults.add(place, "image-external", reference.destination());
        }
        return target;
    }

    private Optional<LinkTarget> reference(Reference reference, Place place) {
        Optional<LinkTarget> here = survey.anchor(reference.destination())
                .map(anchor -> new LinkTarget("#" + anchor.id(), anchor.title(), false));
        if (here.isPresent()) {
            return here;
        }
        Optional<LinkTarget> elsewhere = resolver.resolve(reference);
        return elsewhere.isPresent() ? elsewhere : broken(reference, place);
    }

    private Optional<LinkTarget> within(Reference reference, Place place) {
        if (reference.destination().equals("#")) {
            return Optional.of(LinkTarget.of("#"));
        }
        Optional<LinkTarget> here = survey.anchor(reference.fragment()).map(anchor -> LinkTarget.of("#" + anchor.id()));
        if (here.isEmpty()) {
            faults.add(place, "anchor-missing", reference.destination());
        }
        return here;
    }

    private Optional<LinkTarget> inside(Reference reference, Place place) {
        Optional<LinkTarget> target = resolver.resolve(reference);
        if (target.isEmpty()) {
            return broken(reference, place);
        }
        LinkTarget found = target.get();
        boolean lacksFragment = !reference.fragment().isEmpty() && found.url().indexOf('#') < 0;
        return lacksFragment
                ? Optional.of(new LinkTarget(
                        found.url() + "#" + Slugs.id(reference.fragment()), found.title(), found.download()))
                : target;
    }

    private Optional<LinkTarget> broken(Reference reference, Place place) {
        String code = switch (reference.kind()) {
            case LINK -> "link-broken";
            case IMAGE -> "image-missing";
            case DOWNLOAD -> "download-missing";
            case DOC -> "doc-missing";
            case REF -> "ref-missing";
        };
        faults.add(place, code, reference.destination());
        return Optional.empty();
    }

    /** The scheme in lower case, as a browser would read it; empty for a relative destination. */
    private static String scheme(String destination) {
        StringBuilder scheme = new StringBuilder();
        if (destination.startsWith("//") || destination.startsWith("\\\\")) {
            return "https";
        }
        for (int i = 0; i < destination.length(); i++) {
            char c = destination.charAt(i);
            if (c == ':') {
                return scheme.isEmpty() ? "" : scheme.toString().toLowerCase(Locale.ROOT);
            }
            if (c <= ' ' || Character.isISOControl(c)) {
                continue;
            }
            boolean letter = c < 128 && Character.isLetter(c);
            boolean later = (c < 128 && Character.isDigit(c)) || c == '+' || c == '.' || c == '-';
            if (!letter && !(later && !scheme.isEmpty())) {
                return "";
            }
            scheme.append(c);
        }
        return "";
    }
}
