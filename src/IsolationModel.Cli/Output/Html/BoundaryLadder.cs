using System.Globalization;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel.Cli.Output.Html;

/// <summary>
/// The boundary of a workload as a ladder: the scale upwards, on it what the runtime has of its own, where each setting puts a ceiling or a floor,
/// what remains, and the level that is needed.
/// </summary>
internal static class BoundaryLadder
{
    private const double Rung = 24;
    private const double Left = 138;
    private const double Column = 58;
    private const double Top = 26;
    private const double Bar = 26;
    private const double Word = 62;

    /// <summary>More settings than these are told below the picture only.</summary>
    private const int MostColumns = 8;

    /// <summary>The settings that act on the level, in the order of their numbers; others are refused, have no effect or are worth knowing.</summary>
    public static List<BoundaryEffect> ActingOn(EffectiveIsolation isolation) =>
        [.. isolation.Effects.Where(static effect => effect.Effect.Kind is EffectKind.Cap or EffectKind.Range or EffectKind.Raise)];

    public static void Write(HtmlWriter html, ReportView view, WorkloadAssessment workload)
    {
        if (workload.Assessment?.Isolation is not { Base: { } own, Effective: { } left } isolation)
        {
            return;
        }

        var scale = view.Model.BoundaryScale;
        var effects = ActingOn(isolation).Take(MostColumns).ToList();
        var need = BoundaryNeed.Of(workload);
        var right = Left + ((effects.Count + 2) * Column);
        using (html.In("figure", ("class", "ladder")))
        {
            using (Svg.Picture(html, "picture", right + Word, Top + (scale.Levels.Count * Rung) + 8, "Boundary ladder", Describe(scale, own, left, effects.Count, need)))
            {
                WriteRungs(html, scale, right);
                WriteInterval(html, "own", scale, own, Left);
                for (var i = 0; i < effects.Count; i++)
                {
                    WriteEffect(html, scale, effects[i], i);
                }

                WriteInterval(html, "remaining", scale, left, right - Column);
                Svg.Text(html, "column", Left + (Column / 2), Top - 10, "own", "middle");
                Svg.Text(html, "column", right - (Column / 2), Top - 10, "remains", "middle");
                if (need is not null)
                {
                    var y = Y(scale, need.Level) + Rung;
                    Svg.Line(html, "needed", Left - 4, y, right + 4, y);
                    Svg.Text(html, "needed-word", right + 10, y - 6, "needed");
                }
            }

            WriteCaption(html, scale, own, left, need);
        }
    }

    private static void WriteCaption(HtmlWriter html, ScaleDefinition scale, OrdinalInterval own, OrdinalInterval left, BoundaryNeed? need)
    {
        using (html.In("figcaption"))
        {
            html.Text("Own ");
            html.Element("strong", ValueText.Levels(scale, own));
            html.Text(", remaining ");
            html.Element("strong", ValueText.Levels(scale, left));
            if (need is not null)
            {
                html.Text(", needed ");
                html.Element("strong", scale.Levels[need.Level].Id);
                html.Text($" by {need.Token}: {need.Text}");
            }
        }
    }

    private static string Describe(ScaleDefinition scale, OrdinalInterval own, OrdinalInterval left, int effects, BoundaryNeed? need) =>
        $"The runtime gives {ValueText.Levels(scale, own)}; {Words.Count(effects, "setting acts", "settings act")} on it; {ValueText.Levels(scale, left)} remains"
        + (need is null ? string.Empty : $"; {scale.Levels[need.Level].Id} is needed");

    private static void WriteRungs(HtmlWriter html, ScaleDefinition scale, double right)
    {
        for (var i = 0; i < scale.Levels.Count; i++)
        {
            Svg.Line(html, "rung", Left - 4, Y(scale, i) + Rung, right + 4, Y(scale, i) + Rung);
            Svg.Text(html, "level", Left - 12, Y(scale, i) + (Rung / 2) + 4, scale.Levels[i].Id, "end");
        }
    }

    /// <summary>Full where the boundary is sure, outlined up to where it may reach.</summary>
    private static void WriteInterval(HtmlWriter html, string css, ScaleDefinition scale, OrdinalInterval levels, double x)
    {
        var from = x + ((Column - Bar) / 2);
        var bottom = Y(scale, 0) + Rung;
        var sure = Y(scale, levels.Low) + 3;
        Svg.Box(html, $"{css} sure", from, sure, Bar, bottom - sure);
        if (!levels.IsExact)
        {
            var possible = Y(scale, levels.High) + 3;
            Svg.Box(html, $"{css} possible", from, possible, Bar, sure - possible);
        }
    }

    private static void WriteEffect(HtmlWriter html, ScaleDefinition scale, BoundaryEffect effect, int index)
    {
        var middle = Left + ((index + 1.5) * Column);
        Svg.Text(html, "column", middle, Top - 10, (index + 1).ToString(CultureInfo.InvariantCulture), "middle");
        var css = effect.IsCertain ? "certain" : "uncertain";
        if (effect.Effect.Kind == EffectKind.Raise)
        {
            var floor = Y(scale, effect.Effect.High) + 3;
            Svg.Line(html, $"raise {css}", middle - 14, floor, middle + 14, floor);
            Svg.Path(html, "raise-arrow", $"M{Svg.Number(middle)} {Svg.Number(floor + 16)}V{Svg.Number(floor + 5)}M{Svg.Number(middle - 4)} {Svg.Number(floor + 9)}L{Svg.Number(middle)} {Svg.Number(floor + 5)}L{Svg.Number(middle + 4)} {Svg.Number(floor + 9)}");
            return;
        }

        var top = scale.Levels.Count - 1;
        var low = Y(scale, Math.Min(effect.Low, top)) + 3;
        var high = Y(scale, Math.Min(effect.High, top)) + 3;
        Svg.Line(html, $"cap {css}", middle - 14, low, middle + 14, low);
        if (high < low)
        {
            // A node fact decides between the two.
            Svg.Line(html, "cap uncertain", middle - 14, high, middle + 14, high);
            Svg.Line(html, "between", middle, high, middle, low);
        }

        if (high > Top + 14)
        {
            Svg.Path(html, "cap-arrow", $"M{Svg.Number(middle)} {Svg.Number(high - 16)}V{Svg.Number(high - 4)}M{Svg.Number(middle - 4)} {Svg.Number(high - 8)}L{Svg.Number(middle)} {Svg.Number(high - 4)}L{Svg.Number(middle + 4)} {Svg.Number(high - 8)}");
        }
    }

    /// <summary>The upper edge of a level's rung.</summary>
    private static double Y(ScaleDefinition scale, int level) => Top + ((scale.Levels.Count - 1 - level) * Rung);
}
