package io.dawsos.observatory.alertmanager.notify;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts HTML to a number of characters that are seen, and closes the tags that were open. */
final class HtmlCut {
    private static final Pattern PIECE = Pattern.compile(
            "(?<tag></?(?<name>[a-zA-Z][a-zA-Z0-9-]*)[^>]{0,2000}>)|(?<entity>&#?[a-zA-Z0-9]{1,10};)|(?<other>.)",
            Pattern.DOTALL);

    private final StringBuilder cut = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    private HtmlCut() {}

    static String cut(String html, int characters) {
        if (seen(html) <= characters) {
            return html;
        }
        return new HtmlCut().cutTo(html, characters - 1);
    }

    private static long seen(String html) {
        return PIECE.matcher(html)
                .results()
                .filter(piece -> !isTag(piece.group()))
                .count();
    }

    private static boolean isTag(String piece) {
        return piece.length() > 1 && piece.charAt(0) == '<';
    }

    private String cutTo(String html, int characters) {
        Matcher piece = PIECE.matcher(html);
        int left = characters;
        while (left > 0 && piece.find()) {
            cut.append(piece.group());
            if (piece.group("tag") == null) {
                left--;
            } else {
                follow(piece.group(), piece.group("name"));
            }
        }
        cut.append('…');
        open.forEach(name -> cut.append("</").append(name).append('>'));
        return cut.toString();
    }

    private void follow(String tag, String name) {
        if (tag.startsWith("</")) {
            open.removeFirstOccurrence(name);
        } else if (!tag.endsWith("/>")) {
            open.push(name);
        }
    }
}
