using System.Text;

namespace IsolationModel.Fuzzing.Mutation;

/// <summary>Makes an input out of seeds; the same random numbers make the same input.</summary>
/// <param name="target">Whom it is for.</param>
/// <param name="seeds">Its seeds.</param>
internal sealed class Mutator(IFuzzTarget target, IReadOnlyList<FuzzInput> seeds)
{
    /// <summary>A run of more files says no more.</summary>
    private const int MostFiles = 32;

    /// <summary>A larger input takes the time of many smaller ones.</summary>
    private const int LargestInput = 1024 * 1024;

    /// <summary>Makes an input.</summary>
    public FuzzInput Make(Random random)
    {
        var input = Pick(random);
        for (var i = 0; i < 8; i++)
        {
            var changed = Change(random, input);
            input = changed.Size <= LargestInput ? changed : input;
            if (random.Next(3) == 0)
            {
                break;
            }
        }

        return input;
    }

    private FuzzInput Change(Random random, FuzzInput input)
    {
        if (!target.IsOfOneFile && random.Next(6) == 0)
        {
            return ChangeSet(random, input);
        }

        var index = random.Next(input.Files.Count);
        var file = input.Files[index];
        if (random.Next(60) == 0)
        {
            return input.With(index, new FuzzFile(file.Path, Encode(Shapes.Make(random))));
        }

        if (file.Text is not { } text || random.Next(12) == 0)
        {
            return input.With(index, new FuzzFile(file.Path, ByteMutation.Apply(random, file.Bytes)));
        }

        var others = Pick(random).Files;
        var changed = random.Next(3) == 0
            ? LineMutation.Apply(random, text)
            : TreeMutation.Apply(random, file.Path, text, others[random.Next(others.Count)], [.. input.Files.Select(static file => file.Path), .. input.Files.Select(static file => "../" + file.Path)]);
        return input.With(index, new FuzzFile(file.Path, Encode(changed)));
    }

    private FuzzInput ChangeSet(Random random, FuzzInput input)
    {
        var at = random.Next(input.Files.Count);
        var files = input.Files.ToList();
        switch (random.Next(6))
        {
            case 0 when files.Count > 1:
                files.RemoveAt(at);
                break;
            case 1:
                files.AddRange(Pick(random).Files);
                break;
            case 2:
                var with = random.Next(files.Count);
                (files[at], files[with]) = (files[at] with { Path = files[with].Path }, files[with] with { Path = files[at].Path });
                break;
            case 3:
                var names = Pick(random).Files;
                files.Add(files[at] with { Path = names[random.Next(names.Count)].Path });
                break;
            case 4:
                var folder = ((string[])["a/", "base/", "templates/", "containerd/", "\u00e9/", "x y/"])[random.Next(6)];
                files[at] = files[at] with { Path = folder + files[at].Path };
                break;
            default:
                files.Add(files[at] with { Path = "copy/" + files[at].Path });
                break;
        }

        return new FuzzInput([.. files.DistinctBy(static file => file.Path).Take(MostFiles)]);
    }

    private FuzzInput Pick(Random random) => seeds[random.Next(seeds.Count)];

    private static byte[] Encode(string text) => Encoding.UTF8.GetBytes(text);
}
