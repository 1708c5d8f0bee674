package org.collegium.assessment.exchange;

import java.util.Locale;

/** What the versions of QTI write differently. */
enum QtiVersion {
    V2_1("imsqti_v2p1", "qtiv2p1/imsqti_v2p1.xsd", "v2p1", "QTIv2.1 Package", "1.0.0"),
    V2_2("imsqti_v2p2", "qtiv2p2/imsqti_v2p2.xsd", "v2p2", "QTIv2.2 Package", "1.0.0"),
    V3_0("imsqtiasi_v3p0", "", "v3p0", "QTI Package", "3.0.0");

    private static final String IMS = "http://www.imsglobal.org/xsd/";

    private final String namespace;
    private final String schema;
    private final String suffix;
    private final String packageSchema;
    private final String packageVersion;

    QtiVersion(String namespace, String schema, String suffix, String packageSchema, String packageVersion) {
        this.namespace = namespace;
        this.schema = schema;
        this.suffix = suffix;
        this.packageSchema = packageSchema;
        this.packageVersion = packageVersion;
    }

    String namespace() {
        return IMS + namespace;
    }

    String schemaLocation() {
        return namespace() + " "
                + (this == V3_0
                        ? "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd"
                        : IMS + "qti/" + schema);
    }

    String packageNamespace() {
        return this == V3_0 ? IMS + "qti/qtiv3p0/imscp_v1p1" : IMS + "imscp_v1p1";
    }

    String packageSchema() {
        return packageSchema;
    }

    String packageVersion() {
        return packageVersion;
    }

    /** The type of a resource, such as an item. */
    String resource(String kind) {
        return "imsqti_" + kind + "_xml" + suffix;
    }

    /** The address of a template for scoring. */
    String template(String name) {
        return this == V3_0
                ? "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/" + name
                : "http://www.imsglobal.org/question/qti_" + suffix + "/rptemplates/" + name;
    }

    String element(String name) {
        return this == V3_0 ? "qti-" + kebab(name) : name;
    }

    String attribute(String name) {
        return this == V3_0 && !name.startsWith("xml") && name.indexOf(':') < 0 ? kebab(name) : name;
    }

    private static String kebab(String name) {
        StringBuilder kebab = new StringBuilder(name.length() + 4);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                kebab.append('-').append(String.valueOf(c).toLowerCase(Locale.ROOT));
            } else {
                kebab.append(c);
            }
        }
        return kebab.toString();
    }
}
