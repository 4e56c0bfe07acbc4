using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel.Cli.Output.Html;

/// <summary>A boundary in one line: a cell a level, weakest first; full cells are sure, outlined ones possible, a notch is the level needed.</summary>
internal static class BoundaryStrip
{
    private const double Cell = 14;
    private const double Height = 10;

    /// <summary>What is left of a workload's boundary.</summary>
    public static void Write(HtmlWriter html, ScaleDefinition scale, WorkloadAssessment workload)
    {
        if (workload.Assessment?.Isolation.Effective is not { } left)
        {
            return;
        }

        var needed = BoundaryNeed.Of(workload)?.Level;
        var name = $"boundary {ValueText.Levels(scale, left)}{(needed is { } level ? $", needed {scale.Levels[level].Id}" : string.Empty)}";
        using (Svg.Picture(html, "strip", (scale.Levels.Count * Cell) + 1, Height + 4, name))
        {
            WriteCells(html, scale, left, 0.5, 2.5);
            if (needed is { } from)
            {
                Svg.Line(html, "needed", 0.5 + (from * Cell), 0, 0.5 + (from * Cell), Height + 4);
            }
        }
    }

    /// <summary>The cells alone, as a part of a picture.</summary>
    public static void WriteCells(HtmlWriter html, ScaleDefinition scale, OrdinalInterval levels, double x, double y)
    {
        for (var i = 0; i < scale.Levels.Count; i++)
        {
            Svg.Box(html, i <= levels.Low ? "sure" : i <= levels.High ? "possible" : "beyond", x + (i * Cell), y, Cell - 2, Height - 1);
        }
    }
}
