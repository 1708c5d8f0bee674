package org.collegium.identity;

import java.util.Set;

/**
 * What a module keeps about a person, for the person to read; each module that stores such rows contributes a bean. It
 * also declares the tables, so that none is forgotten: whoever declares one removes or anonymises its rows on
 * {@link AccountErased}.
 */
public interface PersonalDataExport {

    /** The name of this part, a key in the exported JSON such as {@code enrolments}. */
    String name();

    /** The tables with a column that refers to a person. */
    Set<String> tables();

    /** The data as records, maps, lists, strings, numbers and times that turn into JSON. */
    Object dataOf(AccountId account);
}
