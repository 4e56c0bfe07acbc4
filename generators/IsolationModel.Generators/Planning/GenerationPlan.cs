using IsolationModel.Findings;
using IsolationModel.Modeling;

namespace IsolationModel.Generators.Planning;

/// <summary>Everything that will be written, decided: the emitters only print it.</summary>
/// <param name="Technologies">A file for each technology that is not taken over from the built-in model.</param>
/// <param name="Scales">A file for each scale that is not taken over.</param>
/// <param name="Catalogs">The catalogues: that of the technologies and the others.</param>
/// <param name="Attributes">All attributes.</param>
/// <param name="Properties">Properties of technologies, or null where there are none or the language has no means for them.</param>
/// <param name="Words">Constants.</param>
/// <param name="Needs">The typed parts of needs.</param>
/// <param name="Settings">Settings of pods; null for overlays.</param>
/// <param name="Facts">The model as a whole.</param>
/// <param name="Failure">What went wrong while planning, or null.</param>
internal sealed record GenerationPlan(
    EquatableArray<TechnologyUnit> Technologies,
    EquatableArray<ScaleUnit> Scales,
    EquatableArray<CatalogUnit> Catalogs,
    AttributesUnit? Attributes,
    PropertiesUnit? Properties,
    WordsUnit? Words,
    WordsUnit? Needs,
    SettingsUnit? Settings,
    FactsUnit? Facts,
    Finding? Failure)
{
    /// <summary>Nothing to write.</summary>
    public static GenerationPlan Empty { get; } = new(default, default, default, null, null, null, null, null, null, null);
}
