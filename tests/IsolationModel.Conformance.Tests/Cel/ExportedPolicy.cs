using System.Text.Json.Nodes;
using IsolationModel.Data;
using IsolationModel.Descriptors.Kubernetes.Policies;
using IsolationModel.Descriptors.Yaml;
using IsolationModel.Evaluation;
using IsolationModel.Policies;
using IsolationModel.Workloads;

namespace IsolationModel.Conformance.Cel;

/// <summary>A policy as it stands in the exported text: what the engines get is read from there.</summary>
/// <param name="Need">The needs that it is made for.</param>
/// <param name="Mode">Its mode.</param>
/// <param name="Program">Its variables and validations.</param>
/// <param name="Classes">Its map of runtime classes; null where the program holds it.</param>
public sealed record ExportedPolicy(string Need, PolicyMode Mode, JsonObject Program, JsonObject? Classes)
{
    /// <summary>The map as JSON.</summary>
    public string ClassesJson { get; } = Classes?.ToJsonString() ?? "{}";

    /// <summary>Exports a policy and reads it back; null where there is none for such needs.</summary>
    public static ExportedPolicy? Of(ModelIndex model, string need, PolicyMode mode, PolicyTarget target = PolicyTarget.ValidatingAdmissionPolicy, ModelIndex? derivedFrom = null)
    {
        var needs = NeedSet.Combine(model, [NeedDeclaration.ForRun(NeedCarrier.Needs, need)]);
        Assert.Empty(needs.Problems);
        return PolicyBuilder.Derive(derivedFrom ?? model, needs, mode, PolicyExport.Settings).Policy is { } policy
            ? Read(PolicyExport.Write(model, policy, target), need, mode)
            : null;
    }

    /// <summary>Reads an exported text.</summary>
    public static ExportedPolicy Read(string yaml, string need, PolicyMode mode)
    {
        var documents = Documents(yaml);
        var program = documents.Select(Find).OfType<JsonObject>().Single();
        var classes = documents.Select(document => document["data"] ?? document["spec"]?["parameters"]?["runtimeClasses"]).OfType<JsonObject>().SingleOrDefault();
        return new ExportedPolicy(need, mode, new JsonObject { ["variables"] = program["variables"]!.DeepClone(), ["validations"] = program["validations"]!.DeepClone() }, classes);
    }

    /// <summary>What our own reader makes of a text.</summary>
    public static IReadOnlyList<JsonNode> Documents(string yaml)
    {
        var read = YamlTreeReader.Read(yaml, CancellationToken.None);
        Assert.Empty(read.Problems);
        return [.. read.Documents.Select(document => Json(document)!)];
    }

    private static JsonObject? Find(JsonNode? node) => node switch
    {
        JsonObject { } item when item.ContainsKey("validations") => item,
        JsonObject item => item.Select(entry => Find(entry.Value)).FirstOrDefault(found => found is not null),
        JsonArray items => items.Select(Find).FirstOrDefault(found => found is not null),
        _ => null,
    };

    private static JsonNode? Json(DataNode node) => node switch
    {
        DataMapping mapping => new JsonObject(mapping.Entries.Select(entry => KeyValuePair.Create(entry.Key.Value, Json(entry.Value)))),
        DataSequence sequence => new JsonArray([.. sequence.Items.Select(Json)]),
        DataScalar scalar => scalar.IsNull ? null : scalar.AsBoolean() is { } flag ? flag : scalar.AsInteger() is { } number ? number : scalar.Value,
        _ => throw new InvalidOperationException($"{node.GetType()} is no value of an API object."),
    };
}
