using IsolationModel.Data;
using IsolationModel.Descriptors;
using IsolationModel.Text;
using Microsoft.CodeAnalysis;

namespace IsolationModel.Analyzers.CSharp.Kubernetes;

/// <summary>A library with a type for each kind of Kubernetes. Templates and pod specs that are made apart are read as the pod that they make.</summary>
internal abstract class KubernetesLibrary : ObjectLibrary<KubernetesType>
{
    private static readonly string[] PodApi = ["v1", "Pod"];

    /// <inheritdoc/>
    protected override int RankOf(KubernetesType type) => (int)type.Part;

    /// <inheritdoc/>
    protected override CodeDescriptor WithPlaces(CodeDescriptor descriptor, CodeFile file, DataNode value) => descriptor with { RuntimeClassPlace = RuntimeClassSlot.Find(this, file, value) };

    /// <summary>The name of an object where that is no member of it; null otherwise.</summary>
    protected virtual string? NameOf(IOperation making) => null;

    /// <inheritdoc/>
    public override CodeDescriptor Descriptor(KubernetesType type, DataNode value, TextRange place, IOperation making)
    {
        var entries = new List<DataEntry>();
        var body = ValueReader.Target(value);
        if (type.Part == KubernetesPart.Object)
        {
            entries.AddRange((body as DataMapping)?.Entries ?? []);
            Add("apiVersion", type.ApiVersion);
            Add("kind", type.Kind);
            if (NameOf(making) is { } name && !entries.Exists(static entry => entry.Key.Value == "metadata"))
            {
                entries.Add(new DataEntry(Text(place, "metadata"), new DataMapping(place, [new DataEntry(Text(place, "name"), Text(place, name))])));
            }
        }
        else
        {
            // A template's own metadata is that of the pods.
            Add("apiVersion", PodApi[0]);
            Add("kind", PodApi[1]);
            entries.AddRange(type.Part == KubernetesPart.Template ? (body as DataMapping)?.Entries ?? [] : [new DataEntry(Text(place, "spec"), value)]);
        }

        return new CodeDescriptor(CodeDescriptorKind.KubernetesObject, new DataMapping(value.Range, entries), place);

        void Add(string key, string text)
        {
            if (!entries.Exists(entry => entry.Key.Value == key && entry.Value is not DataScalar { IsNull: true }))
            {
                entries.RemoveAll(entry => entry.Key.Value == key);
                entries.Add(new DataEntry(Text(place, key), Text(place, text)));
            }
        }
    }

    private static DataScalar Text(TextRange place, string value) => new(place, value, isPlain: false, contentStart: -1);
}
