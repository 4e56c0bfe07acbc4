using IsolationModel.Modeling;

namespace IsolationModel.Generators.Planning;

/// <summary>The model that code is generated for, without any place in a text: equal models make equal code.</summary>
/// <param name="Model">The model, overlays merged.</param>
/// <param name="Overlays">The overlays' texts without white space, in merge order; empty for the built-in model itself.</param>
/// <param name="ContentHash">Hash over the files.</param>
/// <param name="FallbackId">What to call the model where no file gives it an id.</param>
/// <param name="Damaged">Entries with mistakes; they get a member all the same, so that the mistake is told once.</param>
internal sealed record MergedModel(
    ModelDefinition Model,
    EquatableArray<string> Overlays,
    string ContentHash,
    string FallbackId,
    EquatableArray<DamagedEntry> Damaged);
