using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel.Cli.Output.Html;

/// <summary>The highest level that a workload's needs ask of its boundary.</summary>
/// <param name="Level">The level.</param>
/// <param name="Token">The need that asks for it.</param>
/// <param name="Text">The whole condition; it may let something else serve instead.</param>
internal sealed record BoundaryNeed(int Level, string Token, string Text)
{
    /// <summary>The one of a workload, or null where no need asks for a level.</summary>
    public static BoundaryNeed? Of(WorkloadAssessment workload)
    {
        BoundaryNeed? highest = null;
        foreach (var need in workload.Needs.Needs)
        {
            foreach (var constraint in need.Constraints)
            {
                if (string.Equals(constraint.AttributeId, ModelDefinition.BoundaryAttributeId, StringComparison.Ordinal)
                    && constraint.Threshold is OrdinalThreshold { Side: ThresholdSide.AtLeast } threshold
                    && threshold.Level > (highest?.Level ?? 0))
                {
                    highest = new BoundaryNeed(threshold.Level, need.Token, constraint.Text);
                }
            }
        }

        return highest;
    }
}
