using System.Globalization;

namespace IsolationModel.Cli.Output.Html;

/// <summary>Short ways to draw. Sizes are attributes; how things look stands in the style sheet.</summary>
internal static class Svg
{
    /// <summary>A picture with a name and a description for those who do not see it.</summary>
    public static HtmlWriter.Scope Picture(HtmlWriter html, string css, double width, double height, string name, string? description = null)
    {
        var scope = html.In("svg", ("class", css), ("viewBox", $"0 0 {Number(width)} {Number(height)}"), ("width", Number(width)), ("height", Number(height)), ("role", "img"), ("aria-label", description is null ? name : $"{name}. {description}"));
        return scope;
    }

    public static void Line(HtmlWriter html, string css, double x1, double y1, double x2, double y2) =>
        html.Element("line", string.Empty, ("class", css), ("x1", Number(x1)), ("y1", Number(y1)), ("x2", Number(x2)), ("y2", Number(y2)));

    public static void Box(HtmlWriter html, string css, double x, double y, double width, double height, double radius = 0) => html.Element(
        "rect", string.Empty, ("class", css), ("x", Number(x)), ("y", Number(y)), ("width", Number(width)), ("height", Number(height)), ("rx", radius == 0 ? null : Number(radius)));

    public static void Dot(HtmlWriter html, string css, double x, double y, double radius) =>
        html.Element("circle", string.Empty, ("class", css), ("cx", Number(x)), ("cy", Number(y)), ("r", Number(radius)));

    public static void Path(HtmlWriter html, string css, string path) => html.Element("path", string.Empty, ("class", css), ("d", path));

    /// <summary>A diamond.</summary>
    public static void Diamond(HtmlWriter html, string css, double x, double y, double size) =>
        Path(html, css, $"M{Number(x)} {Number(y - size)}L{Number(x + size)} {Number(y)}L{Number(x)} {Number(y + size)}L{Number(x - size)} {Number(y)}Z");

    /// <summary>A triangle that points left (-1) or right (1) from its base.</summary>
    public static void Tip(HtmlWriter html, string css, double x, double y, int direction, double size) =>
        Path(html, css, $"M{Number(x)} {Number(y - size)}L{Number(x + (direction * size))} {Number(y)}L{Number(x)} {Number(y + size)}Z");

    /// <summary>A text; <paramref name="anchor"/> is start, middle or end.</summary>
    public static void Text(HtmlWriter html, string css, double x, double y, string text, string? anchor = null) =>
        html.Element("text", text, ("class", css), ("x", Number(x)), ("y", Number(y)), ("text-anchor", anchor));

    /// <summary>One decimal: finer is not seen, and the last digits of logarithms differ between machines.</summary>
    public static string Number(double number) => Math.Round(number, 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture);
}
