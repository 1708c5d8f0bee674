package org.collegium.credentials.templates;

/** The version of a template by which a certificate is drawn. */
public record LookRef(TemplateId template, int number) {}
