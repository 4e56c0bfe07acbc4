using System.Text;

namespace IsolationModel.Conformance.PodSecurity;

/// <summary>Writes pods that conform to every version of the restricted level, but for some lines.</summary>
internal static class SamplePod
{
    /// <summary>The name of the container that cases are about.</summary>
    public const string Target = "target";

    private static readonly string[] PodContext = ["runAsNonRoot: true", "seccompProfile: { type: RuntimeDefault }"];

    private static readonly string[] Context =
        ["allowPrivilegeEscalation: false", "capabilities: { drop: [ALL] }", "runAsNonRoot: true", "seccompProfile: { type: RuntimeDefault }"];

    /// <summary>
    /// Writes a pod. When no edit has marks, the place that should have held what is missing is marked: the container's securityContext, or its
    /// name where it has none.
    /// </summary>
    public static string Write(PodOwner owner, ContainerKind kind, params IReadOnlyList<FieldEdit> edits)
    {
        var writer = new Writer(edits);
        return owner.Write(writer.Metadata(), writer.Spec(kind));
    }

    private sealed class Writer(IReadOnlyList<FieldEdit> edits)
    {
        private readonly bool _marksAbsence = edits.Count > 0 && !edits.Any(edit => Marks.AreIn(edit.Field));

        public List<string> Metadata()
        {
            var annotations = Lines(Place.Annotation, []);
            return annotations.Count == 0 ? [] : ["annotations:", .. Indent(annotations)];
        }

        public List<string> Spec(ContainerKind kind)
        {
            var target = TargetContainer(kind);
            var spec = Lines(Place.Spec, ["nodeName: node-1"]);
            spec.AddRange(Block("securityContext", Lines(Place.PodContext, PodContext)));
            spec.AddRange(["initContainers:", .. Item(Other("setup")), .. kind is ContainerKind.Init or ContainerKind.Sidecar ? Item(target) : []]);
            spec.AddRange(["containers:", .. Item(Other("app")), .. kind is ContainerKind.Main ? Item(target) : []]);
            spec.AddRange(["ephemeralContainers:", .. Item(Other("shell")), .. kind is ContainerKind.Ephemeral ? Item(target) : []]);
            return spec;
        }

        private static List<string> Other(string name) => [$"name: {name}", "image: registry.example/app:1", .. Block("securityContext", Context)];

        private static List<string> Block(string key, IReadOnlyCollection<string> lines) => lines.Count == 0 ? [$"{key}: {{}}"] : [key + ":", .. Indent(lines)];

        private static IEnumerable<string> Item(IEnumerable<string> lines) => lines.Select((line, index) => (index == 0 ? "  - " : "    ") + line);

        private static IEnumerable<string> Indent(IEnumerable<string> lines) => lines.Select(line => "  " + line);

        private List<string> TargetContainer(ContainerKind kind)
        {
            var hasContext = !edits.Contains(new FieldEdit(Place.Container, "-securityContext"));
            List<string> lines = [$"name: {(_marksAbsence && !hasContext ? Mark(Target) : Target)}", .. Lines(Place.Container, ["image: registry.example/target:1"])];
            if (kind == ContainerKind.Sidecar)
            {
                lines.Add("restartPolicy: Always");
            }

            if (hasContext)
            {
                lines.AddRange(Block(_marksAbsence ? Mark("securityContext") : "securityContext", Lines(Place.Context, Context)));
            }

            return lines;
        }

        private List<string> Lines(Place place, IReadOnlyList<string> conforming)
        {
            var own = edits.Where(edit => edit.Place == place).ToList();
            return conforming
                .Where(line => !own.Exists(edit => line.StartsWith(edit.Key + ":", StringComparison.Ordinal)))
                .Concat(own.Where(edit => !edit.Removes).Select(edit => edit.Field))
                .ToList();
        }

        private static string Mark(string text) => new StringBuilder().Append(Marks.Start).Append(text).Append(Marks.End).ToString();
    }
}
