namespace IsolationModel.Modeling.Packing;

/// <summary>Settings, what nodes decide and what settings do in packed form.</summary>
internal static class PackedSettings
{
    public static SettingDefinition Setting(PackedForm form, SettingDefinition? setting) => new(
        form.Text(setting?.Id),
        (SettingKind)form.Number((int)(setting?.Kind ?? default)),
        form.Texts(setting?.Choices ?? default),
        form.Text(setting?.Definition))
    {
        Words = form.Texts(setting?.Words ?? default),
        SourceId = form.OptionalText(setting?.SourceId),
    };

    public static PathListDefinition PathList(PackedForm form, PathListDefinition? list) => new(form.Text(list?.Id), form.List(list?.Entries ?? default, Path));

    public static NodeFactDefinition NodeFact(PackedForm form, NodeFactDefinition? fact) => new(
        form.Text(fact?.Id), form.Text(fact?.Definition), form.Text(fact?.SetBy), form.OptionalText(fact?.SourceId));

    public static NodeFactDeclaration NodeDeclaration(PackedForm form, NodeFactDeclaration? declaration) => new(
        form.Text(declaration?.FactId), form.Flag(declaration?.Holds == true));

    public static WeakeningDefinition Weakening(PackedForm form, WeakeningDefinition? weakening) => new(
        form.Text(weakening?.Id),
        form.Text(weakening?.Title),
        Predicate(form, weakening?.When),
        form.Optional(weakening?.Unless, Predicate),
        form.List(weakening?.Effects ?? default, Effect))
    {
        Requirements = form.List(weakening?.Requirements ?? default, PackedVocabulary.Constraint),
    };

    private static PathEntry Path(PackedForm form, PathEntry? path) => new(form.Text(path?.Path), form.Text(path?.Why))
    {
        Except = form.Texts(path?.Except ?? default),
    };

    private static SettingPredicate Predicate(PackedForm form, SettingPredicate? predicate) => new(
        (PredicateKind)form.Number((int)(predicate?.Kind ?? default)),
        form.OptionalText(predicate?.SettingId),
        form.Texts(predicate?.Operands ?? default),
        form.List(predicate?.Inner ?? default, Predicate));

    private static WeakeningEffect Effect(PackedForm form, WeakeningEffect? effect) => new(
        form.Text(effect?.Target),
        (EffectKind)form.Number((int)(effect?.Kind ?? default)),
        form.Number(effect?.Low ?? default),
        form.Number(effect?.High ?? default),
        form.OptionalText(effect?.DecidedBy),
        form.OptionalText(effect?.FactId),
        form.Text(effect?.Why),
        form.OptionalText(effect?.SourceId));
}
