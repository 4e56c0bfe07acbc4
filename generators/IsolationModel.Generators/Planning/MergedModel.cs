using IsolationModel.Modeling;

namespace IsolationModel.Generators.Planning;

/// <summary>The model that code is generated for, without any place in a text: equal models make equal code.</summary>
/// <param name="Model">The model, overlays merged.</param>
/// <param name="Overlays">The overlays' texts without white space, in merge order; empty for the built-in model itself.</param>
/// <param name="ContentHash">Hash over the files.</param>
/// <param name="FallbackId">What to call the model where no file gives it an id.</param>
/// <param name="DamagedTechnologies">Ids of technologies whose entries have mistakes; they get an empty member, so that the mistake is told once.</param>
internal sealed record MergedModel(
    ModelDefinition Model,
    EquatableArray<string> Overlays,
    string ContentHash,
    string FallbackId,
    EquatableArray<string> DamagedTechnologies);
