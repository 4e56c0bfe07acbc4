using System.Globalization;
using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel.Cli.Output.Html;

/// <summary>
/// The boundary against a quantity: a row a technology, strongest boundaries first, with the documented range as a bar, the typical value as a dot,
/// and the founding document's claim as a dashed line with diamonds below it.
/// </summary>
internal sealed class RangeChart
{
    private const double Row = 20;
    private const double Group = 24;
    private const double Strip = 244;
    private const double Plot = 346;
    private const double PlotWidth = 440;
    private const double Used = 834;
    private const double Suits = 894;
    private const double Width = 930;
    private const double Head = 50;

    private readonly HtmlWriter _html;
    private readonly ReportView _view;
    private readonly AttributeDefinition _attribute;
    private readonly ChartScale _scale;
    private double _y;

    private RangeChart(HtmlWriter html, ReportView view, AttributeDefinition attribute, ChartScale scale) => (_html, _view, _attribute, _scale) = (html, view, attribute, scale);

    /// <summary>Draws it; technologies without a figure are listed below.</summary>
    public static void Write(HtmlWriter html, ReportView view, AttributeDefinition attribute)
    {
        var known = new List<TechnologyDefinition>();
        var unknown = new List<TechnologyDefinition>();
        foreach (var technology in view.Model.Definition.Technologies)
        {
            (HasFigure(technology.Find(attribute.Id)) ? known : unknown).Add(technology);
        }

        if (ChartScale.Of(attribute.Dimension ?? Dimension.Ratio, known.Select(technology => technology.Find(attribute.Id)!)) is { } scale)
        {
            new RangeChart(html, view, attribute, scale).Draw(Sorted(known, attribute.Id));
        }

        if (unknown.Count > 0)
        {
            html.Element(
                "p",
                string.Create(CultureInfo.InvariantCulture, $"No figure was found for {unknown.Count}: {string.Join(", ", unknown.Select(static technology => technology.Name.English).Order(StringComparer.Ordinal))}."),
                ("class", "from"));
        }
    }

    private static bool HasFigure(AttributeValue? value) => value is { Value: QuantityInterval } or { Claim.Value: QuantityInterval };

    private static List<TechnologyDefinition> Sorted(List<TechnologyDefinition> technologies, string attributeId) => [.. technologies
        .OrderByDescending(static technology => Boundary(technology)?.Low ?? -1)
        .ThenByDescending(static technology => Boundary(technology)?.High ?? -1)
        .ThenBy(technology => technology.Find(attributeId) is { } value ? (value.Typical ?? value.Value as QuantityInterval)?.High ?? decimal.MaxValue : decimal.MaxValue)
        .ThenBy(static technology => technology.Id, StringComparer.Ordinal)];

    private static OrdinalInterval? Boundary(TechnologyDefinition technology) => technology.Find(ModelDefinition.BoundaryAttributeId)?.Value as OrdinalInterval;

    private void Draw(List<TechnologyDefinition> technologies)
    {
        var groups = technologies.GroupBy(static technology => Boundary(technology)?.Low ?? -1).ToList();
        var height = Head + (groups.Count * Group) + (technologies.Count * Row) + 30;
        var name = $"{_attribute.Name.English} by boundary";
        using (_html.In("div", ("class", "scroll"), ("role", "region"), ("tabindex", "0"), ("aria-label", name)))
        using (Svg.Picture(_html, "picture chart", Width, height, name, $"{technologies.Count} technologies with ranges, {(_scale.IsLogarithmic ? "on a logarithmic axis" : "on an axis from zero")}; the same figures are in the table below"))
        {
            WriteAxis(height);
            _y = Head;
            foreach (var group in groups)
            {
                WriteGroup(group.Key, group.Count());
                foreach (var technology in group)
                {
                    WriteTechnology(technology);
                }
            }
        }
    }

    private void WriteAxis(double height)
    {
        var better = _attribute.HigherIsBetter ? "more is better" : "less is better";
        Svg.Text(_html, "axis-name", Plot + (PlotWidth / 2), 14, $"{_attribute.Name.English}, {(_scale.IsLogarithmic ? "logarithmic: each step is ten times the one before" : "from zero")}; {better}", "middle");
        Svg.Text(_html, "column", 0, 36, "boundary at least, technology");
        Svg.Text(_html, "column", Used, 36, "runs", "middle");
        Svg.Text(_html, "column", Suits, 36, "suits", "middle");
        foreach (var (at, label) in _scale.Ticks)
        {
            var x = Plot + (at * PlotWidth);
            Svg.Line(_html, "grid", x, Head - 8, x, height - 22);
            Svg.Text(_html, "tick", x, Head - 14, label, "middle");
            Svg.Text(_html, "tick", x, height - 8, label, "middle");
        }
    }

    private void WriteGroup(int level, int count)
    {
        Svg.Line(_html, "group", 0, _y + 1, Width, _y + 1);
        Svg.Text(_html, "group-name", 0, _y + 17, string.Create(CultureInfo.InvariantCulture, $"{(level < 0 ? "not known" : _view.Model.BoundaryScale.Levels[level].Id)} ({count})"));
        _y += Group;
    }

    private void WriteTechnology(TechnologyDefinition technology)
    {
        var (used, suits) = (_view.UsersOf(technology), _view.SuitedBy(technology));
        if (used > 0)
        {
            Svg.Box(_html, "in-use", 0, _y, Width, Row, 3);
        }

        Svg.Text(_html, used > 0 ? "name used" : "name", 8, _y + 14, Short(technology.Name.English));
        if (Boundary(technology) is { } boundary)
        {
            BoundaryStrip.WriteCells(_html, _view.Model.BoundaryScale, boundary, Strip, _y + 5);
        }

        var value = technology.Find(_attribute.Id)!;
        var middle = _y + (Row / 2);
        if (value.Claim is { Value: QuantityInterval claim })
        {
            WriteClaim(claim, value.Claim.Typical, _y + Row - 3.5);
        }

        if (value.Value is QuantityInterval evidence)
        {
            WriteEvidence(evidence, value.Typical, value.Claim is null ? middle : middle - 2);
        }

        Svg.Text(_html, used > 0 ? "count used" : "count", Used, _y + 14, used == 0 ? "·" : used.ToString(CultureInfo.InvariantCulture), "middle");
        Svg.Text(_html, suits > 0 ? "count suits" : "count", Suits, _y + 14, suits == 0 ? "·" : string.Create(CultureInfo.InvariantCulture, $"{suits} of {_view.Asking.Count}"), "middle");
        _y += Row;
    }

    private void WriteEvidence(QuantityInterval range, QuantityInterval? typical, double y)
    {
        var (from, to) = Ends(range);
        if (to - from >= 1)
        {
            Svg.Box(_html, "evidence", from, y - 3, to - from, 6, 2);
        }

        if (range.Low <= 0 && _scale.IsLogarithmic)
        {
            Svg.Tip(_html, "evidence", from, y, -1, 5);
        }

        if (range.High is null)
        {
            Svg.Tip(_html, "evidence", to, y, 1, 5);
        }

        if ((typical ?? (to - from < 1 ? range : null)) is { } point)
        {
            Svg.Dot(_html, "typical", X(point.High ?? point.Low), y, 4);
        }
    }

    private void WriteClaim(QuantityInterval range, QuantityInterval? typical, double y)
    {
        var (from, to) = Ends(range);
        Svg.Line(_html, "claim", from, y, to, y);
        if (range.Low <= 0 && _scale.IsLogarithmic)
        {
            Svg.Tip(_html, "claim-end", from, y, -1, 4);
        }
        else
        {
            Svg.Diamond(_html, "claim-end", from, y, 3);
        }

        if (range.High is null)
        {
            Svg.Tip(_html, "claim-end", to, y, 1, 4);
        }
        else
        {
            Svg.Diamond(_html, "claim-end", to, y, 3);
        }

        if (typical is { } point && X(point.High ?? point.Low) is var x && Math.Abs(x - from) > 1 && Math.Abs(x - to) > 1)
        {
            Svg.Diamond(_html, "claim-typical", x, y, 3);
        }
    }

    private (double From, double To) Ends(QuantityInterval range) => (X(range.Low), range.High is { } high ? X(high) : Plot + PlotWidth);

    private double X(decimal amount) => Plot + (_scale.At(amount) * PlotWidth);

    /// <summary>A name as long as its column; the table has it whole.</summary>
    private static string Short(string name) => name.Length <= 38 ? name : name[..37] + "…";
}
