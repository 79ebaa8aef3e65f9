package io.dawsos.observatory.rules.testing;

import java.io.Writer;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Reports of test files in the XML that build servers read: a suite a file, a case a test. */
public final class JUnitXml {
    private final boolean strict;

    /** @param strict whether warnings are failures */
    public JUnitXml(boolean strict) {
        this.strict = strict;
    }

    /** @throws XMLStreamException when it cannot be written */
    public void write(List<RuleTestReport> reports, Writer out) throws XMLStreamException {
        XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
        xml.writeStartDocument();
        xml.writeStartElement("testsuites");
        xml.writeAttribute("name", "rules");
        for (RuleTestReport report : reports) {
            suite(report, xml);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
    }

    private void suite(RuleTestReport report, XMLStreamWriter xml) throws XMLStreamException {
        boolean ran = report.problem().isEmpty();
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", report.file());
        xml.writeAttribute("tests", Integer.toString(ran ? report.tests().size() : 1));
        xml.writeAttribute("failures", Long.toString(failures(report)));
        xml.writeAttribute("errors", ran ? "0" : "1");
        if (!ran) {
            xml.writeStartElement("testcase");
            xml.writeAttribute("name", report.file());
            xml.writeAttribute("classname", report.file());
            problem("error", report.problem(), report.problem(), xml);
            xml.writeEndElement();
        }
        for (TestOutcome outcome : report.tests()) {
            testCase(report, outcome, xml);
        }
        xml.writeEndElement();
    }

    private long failures(RuleTestReport report) {
        return report.tests().stream().filter(outcome -> !passed(outcome)).count();
    }

    private boolean passed(TestOutcome outcome) {
        return outcome.passed() && !(strict && !outcome.warnings().isEmpty());
    }

    private void testCase(RuleTestReport report, TestOutcome outcome, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("name", outcome.test().title());
        xml.writeAttribute("classname", report.file());
        xml.writeAttribute("file", report.file());
        xml.writeAttribute("line", Integer.toString(outcome.test().line()));
        xml.writeAttribute(
                "time", String.format(Locale.ROOT, "%.3f", outcome.took().toMillis() / 1000.0));
        for (CheckFailure failure : outcome.failures()) {
            String place = report.file() + ":" + failure.line() + ": " + failure.message();
            problem("failure", failure.message(), place + "\n" + diff(failure), xml);
        }
        if (strict) {
            for (TestWarning warning : outcome.warnings()) {
                String place = report.file() + ":" + warning.line() + ": " + warning.message();
                problem("failure", warning.message(), place, xml);
            }
        }
        xml.writeEndElement();
    }

    private static String diff(CheckFailure failure) {
        return String.join("\n", failure.diff().stream().map(DiffLine::toString).toList());
    }

    private static void problem(String element, String message, String text, XMLStreamWriter xml)
            throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeAttribute("message", allowed(message));
        xml.writeCharacters(allowed(text));
        xml.writeEndElement();
    }

    /** XML has no place for most control characters. */
    private static String allowed(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\\ufffe\\uffff]", "?");
    }
}
