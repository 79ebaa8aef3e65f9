package io.dawsos.telemetry.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;

/** A span of which something was hidden. */
@SuppressWarnings("ReferenceEquality") // the same instance is the redactor's word for "nothing was hidden"
final class RedactedSpan extends DelegatingSpanData {

    private final String name;
    private final Attributes attributes;
    private final List<EventData> events;
    private final List<LinkData> links;
    private final StatusData status;

    private RedactedSpan(
            SpanData span,
            String name,
            Attributes attributes,
            List<EventData> events,
            List<LinkData> links,
            StatusData status) {
        super(span);
        this.name = name;
        this.attributes = attributes;
        this.events = events;
        this.links = links;
        this.status = status;
    }

    /** The span itself when it has nothing to hide. */
    static SpanData of(SpanData span, AttributeRedaction redaction) {
        String name = redaction.text(span.getName());
        Attributes attributes = redaction.attributes(span.getAttributes());
        List<EventData> events = redaction.each(span.getEvents(), event -> event(event, redaction));
        List<LinkData> links = redaction.each(span.getLinks(), link -> link(link, redaction));
        StatusData status = status(span.getStatus(), redaction);
        boolean same = name.equals(span.getName())
                && attributes == span.getAttributes()
                && events == span.getEvents()
                && links == span.getLinks()
                && status == span.getStatus();
        return same ? span : new RedactedSpan(span, name, attributes, events, links, status);
    }

    private static EventData event(EventData event, AttributeRedaction redaction) {
        Attributes attributes = redaction.attributes(event.getAttributes());
        return attributes == event.getAttributes()
                ? event
                : EventData.create(event.getEpochNanos(), event.getName(), attributes, event.getTotalAttributeCount());
    }

    private static LinkData link(LinkData link, AttributeRedaction redaction) {
        Attributes attributes = redaction.attributes(link.getAttributes());
        return attributes == link.getAttributes()
                ? link
                : LinkData.create(link.getSpanContext(), attributes, link.getTotalAttributeCount());
    }

    private static StatusData status(StatusData status, AttributeRedaction redaction) {
        String description = redaction.text(status.getDescription());
        return description.equals(status.getDescription())
                ? status
                : StatusData.create(status.getStatusCode(), description);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Attributes getAttributes() {
        return attributes;
    }

    @Override
    public List<EventData> getEvents() {
        return events;
    }

    @Override
    public List<LinkData> getLinks() {
        return links;
    }

    @Override
    public StatusData getStatus() {
        return status;
    }
}
