using IsolationModel.Evaluation;
using IsolationModel.Values;

namespace IsolationModel;

/// <summary>What the founding document's formula gives for a technology or family, and the companion that orders. Not used in rankings.</summary>
public sealed class PerformanceEstimate
{
    private PerformanceEstimate(PerformanceFigures figures) =>
        (DocumentRatio, ResourceTime) = (new DocumentRatio(figures.DocumentRatio), new ResourceTime(figures.ResourceTime));

    /// <summary>P = (T_s + T_e) / R_c as the founding document has it: descriptive, neither a cost nor a benefit.</summary>
    public DocumentRatio DocumentRatio { get; }

    /// <summary>C = (T_s + T_e) * R_c: what function platforms bill. Lower is better.</summary>
    public ResourceTime ResourceTime { get; }

    internal static PerformanceEstimate? Of(PerformanceFigures? figures) => figures is null ? null : new PerformanceEstimate(figures);

    internal static decimal Seconds(Quantity? native) => native is not { } time ? 1m
        : time is { Dimension: Dimension.Time, BaseAmount: > 0 } ? time.BaseAmount
        : throw new ArgumentOutOfRangeException(nameof(native), time, "the native time is a time of more than 0 s");
}
