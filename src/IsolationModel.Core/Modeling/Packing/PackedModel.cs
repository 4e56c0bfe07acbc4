namespace IsolationModel.Modeling.Packing;

/// <summary>
/// Whole models in packed form. Reading a model from its files is parsing, checking and deriving; every start of the tool and of the compiler would pay
/// for it, though the built-in model is the same each time. So it is read once, when the product is built.
/// </summary>
internal static class PackedModel
{
    /// <summary>Packs a model.</summary>
    public static byte[] Write(ModelDefinition model)
    {
        var writer = new PackWriter();
        Pass(writer, model);
        return writer.ToArray();
    }

    /// <summary>Unpacks a model.</summary>
    /// <exception cref="InvalidOperationException">The bytes are not what <see cref="Write"/> gave.</exception>
    public static ModelDefinition Read(byte[] bytes)
    {
        var reader = new PackReader(bytes);
        var model = Pass(reader, null);
        return reader.IsAtEnd ? model : throw new InvalidOperationException("The packed model does not end where it should.");
    }

    private static ModelDefinition Pass(PackedForm form, ModelDefinition? model) => new(
        form.Text(model?.Id),
        form.Text(model?.Version),
        form.List(model?.Sources ?? default, Source),
        form.List(model?.Scales ?? default, PackedVocabulary.Scale),
        form.List(model?.Mechanisms ?? default, PackedCatalogue.Mechanism),
        form.List(model?.Attributes ?? default, PackedVocabulary.Attribute),
        form.List(model?.Technologies ?? default, PackedCatalogue.Technology),
        form.List(model?.Needs ?? default, PackedNeeds.Need),
        PackedNeeds.Scoring(form, model?.Scoring),
        form.List(model?.Settings ?? default, PackedSettings.Setting),
        form.List(model?.PathLists ?? default, PackedSettings.PathList),
        form.List(model?.NodeFacts ?? default, PackedSettings.NodeFact),
        form.List(model?.Weakenings ?? default, PackedSettings.Weakening),
        form.List(model?.Platforms ?? default, PackedCatalogue.Platform),
        form.List(model?.RuntimeNames ?? default, PackedCatalogue.RuntimeName),
        form.List(model?.NeedSpellings ?? default, PackedNeeds.Spelling),
        form.List(model?.NodeDeclarations ?? default, PackedSettings.NodeDeclaration))
    {
        Families = form.List(model?.Families ?? default, PackedCatalogue.Family),
        Controls = form.List(model?.Controls ?? default, PackedCatalogue.Control),
        Hardware = form.List(model?.Hardware ?? default, PackedCatalogue.Hardware),
        Goals = form.List(model?.Goals ?? default, PackedNeeds.Goal),
        Scenarios = form.List(model?.Scenarios ?? default, PackedNeeds.Scenario),
        DecisionTrees = form.List(model?.DecisionTrees ?? default, PackedNeeds.DecisionTree),
        Forbidden = form.List(model?.Forbidden ?? default, PackedPolicies.Forbidden),
        WorkloadNeeds = form.List(model?.WorkloadNeeds ?? default, PackedPolicies.NeedsOfWorkloads),
        PodSecurityExemptions = form.List(model?.PodSecurityExemptions ?? default, PackedPolicies.Exemption),
        Locks = form.List(model?.Locks ?? default, PackedPolicies.Lock),
    };

    private static SourceDefinition Source(PackedForm form, SourceDefinition? source) => new(
        form.Text(source?.Id),
        form.Text(source?.Title),
        (SourceKind)form.Number((int)(source?.Kind ?? default)),
        form.OptionalText(source?.Url),
        form.OptionalText(source?.AsOf))
    {
        Publisher = form.OptionalText(source?.Publisher),
    };
}
