namespace IsolationModel.Modeling.Packing;

/// <summary>The entries of the catalogue, families and runtime names in packed form.</summary>
internal static class PackedCatalogue
{
    public static TechnologyDefinition Technology(PackedForm form, TechnologyDefinition? technology)
    {
        var whole = new TechnologyDefinition(
            form.Text(technology?.Id),
            PackedVocabulary.Name(form, technology?.Name),
            form.Text(technology?.Kind),
            form.Number(technology?.Order ?? default),
            form.Text(technology?.MechanismId),
            form.List(technology?.Values ?? default, PackedVocabulary.Value))
        {
            Stack = form.Optional(technology?.Stack, Stack),
        };
        return Complete(form, whole, technology);
    }

    public static PlatformDefinition Platform(PackedForm form, PlatformDefinition? platform)
    {
        var whole = new PlatformDefinition(
            form.Text(platform?.Id),
            PackedVocabulary.Name(form, platform?.Name),
            form.OptionalText(platform?.DefaultTechnologyId),
            form.List(platform?.Requirements ?? default, PackedVocabulary.Constraint),
            form.List(platform?.Values ?? default, PackedVocabulary.Value));
        return Complete(form, whole, platform);
    }

    public static MechanismDefinition Mechanism(PackedForm form, MechanismDefinition? mechanism) =>
        Complete(form, new MechanismDefinition(form.Text(mechanism?.Id), PackedVocabulary.Name(form, mechanism?.Name)), mechanism);

    public static ControlDefinition Control(PackedForm form, ControlDefinition? control) =>
        Complete(form, new ControlDefinition(form.Text(control?.Id), PackedVocabulary.Name(form, control?.Name)), control);

    public static HardwareDefinition Hardware(PackedForm form, HardwareDefinition? hardware) =>
        Complete(form, new HardwareDefinition(form.Text(hardware?.Id), PackedVocabulary.Name(form, hardware?.Name)), hardware);

    public static FamilyDefinition Family(PackedForm form, FamilyDefinition? family) => new(
        form.Text(family?.Id),
        PackedVocabulary.Name(form, family?.Name),
        form.Text(family?.Definition),
        form.List(family?.Values ?? default, PackedVocabulary.Value),
        form.List(family?.Fits ?? default, Fit));

    public static RuntimeName RuntimeName(PackedForm form, RuntimeName? name) => new(
        (RuntimeNameKind)form.Number((int)(name?.Kind ?? default)),
        form.Text(name?.Name),
        form.OptionalText(name?.TechnologyId),
        form.OptionalText(name?.Note),
        form.Flag(name?.IsDeclared == true));

    private static FamilyFit Fit(PackedForm form, FamilyFit? fit) => new(form.Text(fit?.Text), form.Texts(fit?.SourceIds ?? default));

    private static StackDefinition Stack(PackedForm form, StackDefinition? stack) => new(
        form.Text(stack?.PlatformId), form.Text(stack?.RuntimeId), form.OptionalText(stack?.EngineId));

    /// <summary>What entries of every kind have.</summary>
    private static T Complete<T>(PackedForm form, T entry, CatalogEntryDefinition? whole)
        where T : CatalogEntryDefinition
    {
        CatalogEntryDefinition start = entry;
        return (T)(start with
        {
            Aliases = form.Texts(whole?.Aliases ?? default),
            Summary = form.Text(whole?.Summary),
            Families = form.Texts(whole?.Families ?? default),
            NamedBy = form.Texts(whole?.NamedBy ?? default),
            Status = form.Optional(whole?.Status, Status),
            Relations = form.List(whole?.Relations ?? default, Relation),
            Facts = form.List(whole?.Facts ?? default, Fact),
            Figures = form.List(whole?.Figures ?? default, Figure),
        });
    }

    private static EntryStatus Status(PackedForm form, EntryStatus? status) => new(
        (EntryState)form.Number((int)(status?.State ?? default)),
        form.OptionalText(status?.Note),
        form.Texts(status?.SourceIds ?? default),
        form.OptionalText(status?.AsOf));

    private static EntryRelation Relation(PackedForm form, EntryRelation? relation) => new(
        (RelationKind)form.Number((int)(relation?.Relation ?? default)),
        new EntryReference((EntryKind)form.Number((int)(relation?.Target.Kind ?? default)), form.Text(relation?.Target.Id)));

    private static EntryFact Fact(PackedForm form, EntryFact? fact) => new(
        form.Text(fact?.Topic),
        form.Text(fact?.Text),
        form.Texts(fact?.SourceIds ?? default),
        form.OptionalText(fact?.AsOf),
        form.Optional(fact?.Claim, static (form, claim) => new FactClaim(form.Text(claim?.Text), form.Text(claim?.SourceId))));

    private static EntryFigure Figure(PackedForm form, EntryFigure? figure) => new(
        form.Text(figure?.Metric),
        form.Text(figure?.Value),
        form.OptionalText(figure?.Condition),
        form.OptionalText(figure?.Note),
        form.Texts(figure?.SourceIds ?? default));
}
