# Everything that runs is one folder: the server's build has its packages inside.
FROM node:20-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && rm -rf dist/demo

FROM node:20-slim
ENV NODE_ENV=production PORT=8787
WORKDIR /app
COPY package.json LICENSE ./
COPY --from=build /app/dist dist
USER node
EXPOSE 8787
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Without a shell between, so that SIGTERM reaches the server.
CMD ["node", "--enable-source-maps", "dist/server/node.js"]
